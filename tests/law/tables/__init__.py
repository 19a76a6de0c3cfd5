"""The law of leave a second time: plain functions, one per row of the tables, one day at a time.

Nothing here comes from the package under test. A case is a plain dictionary in which
everything is known; readings fix what the texts leave open. Slow on purpose.
"""

from tests.law.tables.routes import LEAVES, open_on, special_reasons
from tests.law.tables.vocabulary import READINGS, SETTLED, Case, Readings

__all__ = ["LEAVES", "READINGS", "SETTLED", "Case", "Readings", "open_on", "special_reasons"]
