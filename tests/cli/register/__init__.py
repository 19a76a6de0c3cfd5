"""The register on the command line: a whole life of it, what is refused, its words."""
