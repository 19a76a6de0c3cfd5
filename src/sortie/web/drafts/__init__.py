"""Drafts: what was typed and not sent, kept for its author, whatever happens in between."""
