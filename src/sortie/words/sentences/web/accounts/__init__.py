"""The words of signing in, of accounts, and of what one may see."""
