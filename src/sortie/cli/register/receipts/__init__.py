"""A receipt as a page of plain words, as lines, as a QR code."""
