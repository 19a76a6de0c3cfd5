"""What the sentences come to: the term, its fractions, and the day it ends, as a reckoning."""
