"""The case file: what is read, what is refused, what is written again."""
