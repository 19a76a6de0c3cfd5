"""The page that verifies a receipt, opened in a real browser."""
