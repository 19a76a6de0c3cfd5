"""A block of columns side by side, a person or a pattern each: cut, answered, told, written."""
