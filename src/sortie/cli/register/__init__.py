"""``sortie register``: keeping the register, and verifying what came out of it."""
