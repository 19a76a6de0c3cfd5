"""France: the texts, the rules of leave, the readings, and the answers."""
