"""What the room of facts refuses.

FactsError
├── CaseRefused         a case file with faults, all of them at once
└── BrokenGlossary      the dictionary of the house cannot be used
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError

Path = tuple[str | int, ...]


class Cause(StrEnum):
    """One code per cause, so that each has its own sentence at the door.

    What a fault carries in ``params`` is written beside its cause.
    """

    # the text itself
    NOT_UTF8 = "facts.not_utf8"  # byte
    TOO_BIG = "facts.too_big"  # most
    EMPTY = "facts.empty"
    NOT_YAML = "facts.not_yaml"
    TAB_INDENT = "facts.tab_indent"
    SEVERAL_DOCUMENTS = "facts.several_documents"
    TOO_DEEP = "facts.too_deep"  # most
    ANCHOR = "facts.anchor"
    ALIAS = "facts.alias"
    TAG = "facts.tag"
    CONTROL_CHARACTER = "facts.control_character"  # character
    # keys
    KEY_NOT_TEXT = "facts.key_not_text"
    KEY_TWICE = "facts.key_twice"
    UNKNOWN_KEY = "facts.unknown_key"  # nearest (may be empty)
    KEY_MISSING = "facts.key_missing"  # key, also
    KEYS_EXCLUDE = "facts.keys_exclude"  # other
    # values
    WRONG_TYPE = "facts.wrong_type"
    WRONG_FORMAT = "facts.wrong_format"  # format
    WRONG_JURISDICTION = "facts.wrong_jurisdiction"  # jurisdiction
    NOT_A_DATE = "facts.not_a_date"
    NO_SUCH_DATE = "facts.no_such_date"
    DATE_OUT_OF_RANGE = "facts.date_out_of_range"  # least, most
    NOT_AN_INSTANT = "facts.not_an_instant"
    NO_SUCH_INSTANT = "facts.no_such_instant"
    INSTANTS_MIXED = "facts.instants_mixed"  # other
    NOT_A_LENGTH = "facts.not_a_length"
    LENGTH_ZERO = "facts.length_zero"
    LENGTH_TOO_LONG = "facts.length_too_long"  # most
    NOT_IN_LIST = "facts.not_in_list"  # list, nearest (may be empty)
    NOT_A_CODE = "facts.not_a_code"  # code (country, commune)
    TEXT_EMPTY = "facts.text_empty"
    TEXT_TOO_LONG = "facts.text_too_long"  # most
    TWICE = "facts.twice"
    # tables: files, columns, rows
    TABLE_MISSING = "facts.table_missing"  # also
    UNKNOWN_TABLE = "facts.unknown_table"  # nearest (may be empty)
    TABLE_TWICE = "facts.table_twice"  # other
    NOT_CSV = "facts.not_csv"
    NOT_PARQUET = "facts.not_parquet"
    NOT_A_WORKBOOK = "facts.not_a_workbook"
    SEVERAL_SHEETS = "facts.several_sheets"
    UNKNOWN_COLUMN = "facts.unknown_column"  # nearest (may be empty)
    COLUMN_TWICE = "facts.column_twice"
    COLUMN_MISSING = "facts.column_missing"  # also
    ROW_WIDTH = "facts.row_width"  # count, most
    NO_SUCH_ROW = "facts.no_such_row"  # table
    RANK_GAP = "facts.rank_gap"  # rank
    DISAGREES = "facts.disagrees"  # held, other
    # values that contradict each other
    END_BEFORE_START = "facts.end_before_start"  # start, other
    OUT_OF_ORDER = "facts.out_of_order"  # day, other
    OVERLAP = "facts.overlap"  # day, other
    NOTHING_TO_SERVE = "facts.nothing_to_serve"  # length
    NO_SUCH_SENTENCE = "facts.no_such_sentence"  # count
    EXCEEDS = "facts.exceeds"  # most, other
    TOO_FEW = "facts.too_few"


class Wanted(StrEnum):
    """What was expected in the place of what was read."""

    UTF8 = "utf8"
    SMALLER_TEXT = "smaller_text"
    YAML = "yaml"
    SPACES = "spaces"
    ONE_DOCUMENT = "one_document"
    SHALLOWER = "shallower"
    PLAIN_VALUE = "plain_value"
    PRINTABLE = "printable"
    KNOWN_KEY = "known_key"
    KEY_ONCE = "key_once"
    THE_KEY = "the_key"
    ONE_OF_BOTH = "one_of_both"
    MAPPING = "mapping"
    MAPPING_OR_NONE = "mapping_or_none"
    LIST = "list"
    TEXT = "text"
    WORD = "word"
    DATE = "date"
    DATE_OR_NONE = "date_or_none"
    INSTANT = "instant"
    LENGTH = "length"
    LENGTH_OR_LIFE = "length_or_life"
    LENGTH_OR_NONE = "length_or_none"
    HOURS_OR_NONE = "hours_or_none"
    FLAG = "flag"
    FLAG_OR_NOT_NEEDED = "flag_or_not_needed"
    CODE = "code"
    RANK = "rank"
    THE_TABLE = "the_table"
    A_TABLE = "a_table"
    TABLE_ONCE = "table_once"
    CLOSED_QUOTES = "closed_quotes"
    PARQUET = "parquet"
    WORKBOOK = "workbook"
    ONE_SHEET = "one_sheet"
    HEADER = "header"
    KNOWN_COLUMN = "known_column"
    COLUMN_ONCE = "column_once"
    THE_COLUMN = "the_column"
    THE_CELL = "the_cell"
    AS_WIDE = "as_wide"
    ROW_THERE = "row_there"
    RANKS_IN_TURN = "ranks_in_turn"
    SAME_DAY = "same_day"
    TRUE_OR_NONE = "true_or_none"
    NONE_OR_EMPTY = "none_or_empty"
    LATER = "later"
    SAME_CLOCK = "same_clock"
    SHORTER = "shorter"
    ITEM_ONCE = "item_once"
    NO_LONGER = "no_longer"
    TWO_SENTENCES = "two_sentences"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to repair: where, what was read, what was expected. The door writes the sentence.

    ``path`` spells the keys as their author did; ``line`` counts from 1, and is known for YAML.
    """

    code: Cause
    path: str
    read: str
    expected: Wanted
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
    line: int | None = None

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        params = "".join(f" {name}={value}" for name, value in self.params.items())
        return f"{place}{self.path}: {self.code}: {self.read!r}, not {self.expected}{params}"


class FactsError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "facts"


@dataclass(eq=False)
class CaseRefused(FactsError):
    """The case file cannot be read as it stands; nothing was repaired."""

    faults: tuple[Fault, ...]
    code: ClassVar[str] = "facts.refused"

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


@dataclass(eq=False)
class BrokenGlossary(FactsError):
    """Two keys, or a key and its translation, that cannot be told apart."""

    names: tuple[str, ...]
    code: ClassVar[str] = "facts.glossary"

    def __str__(self) -> str:
        return ", ".join(self.names)
