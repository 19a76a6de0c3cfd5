"""What comes off the end of a term: which regime, the credit, the reductions, their caps."""
