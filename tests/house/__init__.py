"""Tests about the house: what reviewers forget. Each guard lists faults, and has failed once."""
