"""Stories of casework: one application at a time, folded from real events, under real law."""
