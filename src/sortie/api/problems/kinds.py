"""Every problem that a program can be told of: its name, its status, its title in words."""

from enum import StrEnum


class Kind(StrEnum):
    """What went wrong, by a name that never changes; a title and a text go with each."""

    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"
    TOO_NARROW = "too_narrow"
    REASON_WANTED = "reason_wanted"
    NOT_YOURS_TO_DO = "not_yours_to_do"
    NOT_THERE = "not_there"
    METHOD = "method"
    NOT_ACCEPTABLE = "not_acceptable"
    TAKEN = "taken"
    MOVED_ON = "moved_on"
    TOO_BIG = "too_big"
    NOT_JSON = "not_json"
    INVALID = "invalid"
    REFUSED = "refused"
    KEY_REUSED = "key_reused"
    KEY_WANTED = "key_wanted"
    VERSION_WANTED = "version_wanted"
    BROKEN = "broken"
    OUT_OF_ORDER = "out_of_order"

    @property
    def status(self) -> int:
        """The status it is answered with."""
        return _STATUS[self]


_STATUS = {
    Kind.UNREADABLE: 400,
    Kind.UNSIGNED: 401,
    Kind.TOO_NARROW: 403,
    Kind.REASON_WANTED: 403,
    Kind.NOT_YOURS_TO_DO: 403,
    Kind.NOT_THERE: 404,
    Kind.METHOD: 405,
    Kind.NOT_ACCEPTABLE: 406,
    Kind.TAKEN: 409,
    Kind.MOVED_ON: 412,
    Kind.TOO_BIG: 413,
    Kind.NOT_JSON: 415,
    Kind.INVALID: 422,
    Kind.REFUSED: 422,
    Kind.KEY_REUSED: 422,
    Kind.KEY_WANTED: 428,
    Kind.VERSION_WANTED: 428,
    Kind.BROKEN: 500,
    Kind.OUT_OF_ORDER: 503,
}
