"""Fields: one file for each thing found, with the clause in its docstring."""
