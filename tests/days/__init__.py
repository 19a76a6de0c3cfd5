"""Tests of the room of days."""
