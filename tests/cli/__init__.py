"""The command line: sessions replayed, words in two languages, refusals."""
