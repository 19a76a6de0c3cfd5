"""The shapes of what is said and of what is answered."""
