"""How far a token reaches: never wider than the post it was made in, and for days, not for ever."""

# Ask the law; and read what the post reads; and act as the post acts.
LAW, READ, WORK = "law", "read", "work"
SCOPES = (LAW, READ, WORK)
LASTS = (1, 7, 30, 90)


def wide_enough(held: str, wanted: str) -> bool:
    """Whether a token of one scope serves where another is wanted; an unknown one never does.

    >>> wide_enough(WORK, READ), wide_enough(LAW, READ), wide_enough("all", LAW)
    (True, False, False)
    """
    return held in SCOPES and SCOPES.index(held) >= SCOPES.index(wanted)
