"""Security periods: each on its own, several together, and the days on which they run."""
