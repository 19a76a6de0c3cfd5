"""The words of the screen, in two languages: same keys, same holes."""
