"""``sortie reform``: a changed law, read, checked, and replayed on the open cases."""
