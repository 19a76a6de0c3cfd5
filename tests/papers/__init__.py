"""Tests of the papers: what they say, what they never say, and that they are what they claim."""
