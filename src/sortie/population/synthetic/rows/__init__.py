"""The rows of each table, made from the people of a batch."""
