"""Tests of the law, readable: what the pages and the printed manual both say."""
