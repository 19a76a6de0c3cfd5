"""The office at work: one verb a command, one transaction a verb, everything folded from events."""

from sortie.office import figures, looking, scripts, sealing
from sortie.office.asking import (
    FileOfCase,
    LawAsked,
    file_of_case,
    law_asked,
    law_of_case,
    law_of_terms,
)
from sortie.office.at_work import CaseAtWork, cases_at_work
from sortie.office.commands import Command
from sortie.office.deciding import bans_that_attach, decide, rule_on_appeal
from sortie.office.errors import (
    CaseTaken,
    NoApplication,
    NoSuchCase,
    NoSuchPerson,
    OfficeError,
    PersonKnown,
    TerritoryUnknown,
    WordUnknown,
)
from sortie.office.every_open import day_of_departure, every_open_case, open_among
from sortie.office.filing import Filing, file_application, route_application
from sortie.office.gate import Leaving, issue_permit, let_out, similar_to
from sortie.office.people import (
    BroughtIn,
    Cannot,
    LeftAside,
    Move,
    PersonRecord,
    VictimRecord,
    add_judgment,
    bring_in,
    look_at,
    move_person,
    person_of,
    record_person,
)
from sortie.office.perform import perform
from sortie.office.replaying import Replayed, replayed
from sortie.office.running import Ticked, acknowledge, acknowledge_all, reindex, send, tick
from sortie.office.showing import ShownCase, case_shown
from sortie.office.verbs import VERBS, Verb, do

__all__ = [
    "VERBS",
    "BroughtIn",
    "Cannot",
    "CaseAtWork",
    "CaseTaken",
    "Command",
    "FileOfCase",
    "Filing",
    "LawAsked",
    "Leaving",
    "LeftAside",
    "Move",
    "NoApplication",
    "NoSuchCase",
    "NoSuchPerson",
    "OfficeError",
    "PersonKnown",
    "PersonRecord",
    "Replayed",
    "ShownCase",
    "TerritoryUnknown",
    "Ticked",
    "Verb",
    "VictimRecord",
    "WordUnknown",
    "acknowledge",
    "acknowledge_all",
    "add_judgment",
    "bans_that_attach",
    "bring_in",
    "case_shown",
    "cases_at_work",
    "day_of_departure",
    "decide",
    "do",
    "every_open_case",
    "figures",
    "file_application",
    "file_of_case",
    "issue_permit",
    "law_asked",
    "law_of_case",
    "law_of_terms",
    "let_out",
    "look_at",
    "looking",
    "move_person",
    "open_among",
    "perform",
    "person_of",
    "record_person",
    "reindex",
    "replayed",
    "route_application",
    "rule_on_appeal",
    "scripts",
    "sealing",
    "send",
    "similar_to",
    "tick",
]
