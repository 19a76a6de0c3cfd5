"""``sortie office``: ``manual`` knows its commands; only ``door`` opens the store."""
