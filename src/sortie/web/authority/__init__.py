"""Who may do and see what: one hand-written table, ``table.csv``, where what is not said is no."""

from sortie.web.authority.acting import NOBODY, Acting, declared_by
from sortie.web.authority.allowing import Answer, answer, answer_to, asked_before, fields_of
from sortie.web.authority.errors import AuthorityError, BrokenTable, Fault, ReasonWanted
from sortie.web.authority.lists import Reach, cases, people, visible_to
from sortie.web.authority.opening import (
    OpenedCase,
    OpenedPerson,
    open_case,
    open_message,
    open_person,
)
from sortie.web.authority.reading import Action, Cell, Table, read_table
from sortie.web.authority.relations import (
    RESTS,
    Matter,
    closed,
    matter_of_case,
    matter_of_person,
    matter_of_place,
    of_message,
    relations,
)
from sortie.web.authority.shown import CELL_OF_EVENT, Sight, facts_shown, history_shown
from sortie.web.authority.table import ACTIONS, cells, may, reason_asked
from sortie.web.authority.words import (
    ADMINISTRATOR,
    ANYONE,
    AUDITOR,
    ITSELF,
    OF_CASEWORK,
    POSTS,
    ROLES,
    SIGNED_IN,
    On,
    Relation,
)

__all__ = [
    "ACTIONS",
    "ADMINISTRATOR",
    "ANYONE",
    "AUDITOR",
    "CELL_OF_EVENT",
    "ITSELF",
    "NOBODY",
    "OF_CASEWORK",
    "POSTS",
    "RESTS",
    "ROLES",
    "SIGNED_IN",
    "Acting",
    "Action",
    "Answer",
    "AuthorityError",
    "BrokenTable",
    "Cell",
    "Fault",
    "Matter",
    "On",
    "OpenedCase",
    "OpenedPerson",
    "Reach",
    "ReasonWanted",
    "Relation",
    "Sight",
    "Table",
    "answer",
    "answer_to",
    "asked_before",
    "cases",
    "cells",
    "closed",
    "declared_by",
    "facts_shown",
    "fields_of",
    "history_shown",
    "matter_of_case",
    "matter_of_person",
    "matter_of_place",
    "may",
    "of_message",
    "open_case",
    "open_message",
    "open_person",
    "people",
    "read_table",
    "reason_asked",
    "relations",
    "visible_to",
]
