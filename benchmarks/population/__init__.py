"""The law over many people beside its peers: ``python -m benchmarks.population``.

The same people, the same rules, the same spans with the same reasons, in one run. Whatever a peer
cannot express is left out for all of them, and said.
"""
