"""The French law of leave: every type of leave, its conditions, and who decides."""
