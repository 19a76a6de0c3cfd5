"""Values that are looked up over and over remember their hash."""


class Hashed:
    """Base of frozen values that are deep: the hash of all they hold is worked out once.

    A subclass writes ``__hash__ = Hashed.__hash__``, or the dataclass would make its own.
    """

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            names = self.__dataclass_fields__  # type: ignore[attr-defined]
            parts = tuple(getattr(self, name) for name in names)
            object.__setattr__(self, "_hash", hash((type(self).__name__, parts)))
            return self._hash
