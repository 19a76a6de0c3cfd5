"""The office on the command line: whole cases, what is typed, what is refused, its words."""
