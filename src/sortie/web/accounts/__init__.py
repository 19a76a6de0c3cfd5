"""Who signs in, in which posts, with what second factor; and the log of what each one looked at."""
