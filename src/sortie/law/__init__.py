"""The law itself: what each jurisdiction says, in rules that run."""
