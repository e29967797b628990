"""Small grammars that several rooms share: numerals, dates, document numbers."""
