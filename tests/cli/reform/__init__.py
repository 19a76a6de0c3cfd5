"""Reforms on the command line: listed, shown, checked, asked under, replayed on the open cases."""
