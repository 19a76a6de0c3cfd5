"""``sortie web``: the office in a browser, or the demonstration of it."""
