"""The engine, on the rules of a library: no law, no prison."""
