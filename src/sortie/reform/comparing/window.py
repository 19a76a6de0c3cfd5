"""The days compared as the counting reads them: the month of each, and where months begin."""

import numpy as np

from sortie.reform.comparing import counting
from sortie.reform.results import Period


def window_of(period: Period) -> counting.Window:
    """Return the month of every day, and the day on which every month begins."""
    starts = np.concatenate([[0], np.cumsum(period.lengths)]).astype(np.int32)
    month = np.repeat(np.arange(period.months, dtype=np.int32), period.lengths)
    return counting.Window(month, starts)
