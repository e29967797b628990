"""What helps to test: writers of files, generators of documents."""
