"""Measured comparisons, printed by ``python -m benchmarks``: never a timed test.

The peers are here to be measured only, in a virtual environment of their own (``make bench``).
OpenFisca-Core is under the AGPL: the package never depends on it and takes nothing from it.
"""
