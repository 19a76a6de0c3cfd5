"""A changed law: its file read or refused, put into the book, asked, taken out, replayed."""
