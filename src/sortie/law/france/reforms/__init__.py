"""The reforms of the house, one file each; the announced one is also written in the book."""
