"""Specimens: invented 公文 of every kind, each with the Document that a perfect parser returns."""
