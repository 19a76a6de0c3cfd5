"""Tests of the law, readable."""
