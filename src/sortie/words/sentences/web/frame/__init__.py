"""The words of what every page has: the frame, the forms, the acts, their fields."""
