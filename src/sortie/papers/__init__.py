"""Papers: what the office prints. Accessible archival PDFs, the same bytes for the same facts.

Each paper is one function of an ``About`` (``about`` reads one from the office) and answers with a
``Paper``: PDF/A-2a and PDF/UA-1 in one file. French is the paper; in English it is marked an
unofficial translation.
"""

from sortie.papers.about import About, about
from sortie.papers.acts import order
from sortie.papers.days import day_list
from sortie.papers.employer import Appointment, employer_letter
from sortie.papers.errors import (
    NoPermit,
    NoSuchSitting,
    NoSuchVictim,
    NotForAnEmployer,
    NothingDecided,
    PapersError,
    ReceiptTooLong,
    VictimNotToBeTold,
)
from sortie.papers.manual import law_manual
from sortie.papers.minutes import board_minutes
from sortie.papers.permit import permit
from sortie.papers.person import person_notice
from sortie.papers.police import police_notice
from sortie.papers.printing import Paper
from sortie.papers.victim import victim_notice

__all__ = [
    "About",
    "Appointment",
    "NoPermit",
    "NoSuchSitting",
    "NoSuchVictim",
    "NotForAnEmployer",
    "NothingDecided",
    "Paper",
    "PapersError",
    "ReceiptTooLong",
    "VictimNotToBeTold",
    "about",
    "board_minutes",
    "day_list",
    "employer_letter",
    "law_manual",
    "order",
    "permit",
    "person_notice",
    "police_notice",
    "victim_notice",
]
