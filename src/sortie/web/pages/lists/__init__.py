"""Search, and the lists of cases and of people: filtered, in order, page by page, taken away."""

from sortie.web.frame import Page
from sortie.web.pages.lists.cases import cases
from sortie.web.pages.lists.criteria import INSTANTS, Criteria, criteria_in
from sortie.web.pages.lists.finding import Found, found_by
from sortie.web.pages.lists.people import people
from sortie.web.pages.lists.rows import (
    NAME,
    NUMBER,
    CaseLine,
    Seeing,
    address_of,
    case_lines,
)
from sortie.web.pages.lists.searching import look, search
from sortie.web.pages.lists.taking import take_cases, take_people

PAGES = (
    Page(name="search", route="search/", action="cases.list", template="lists/search.html",
         show=search, post=look, menu=20),
    Page(name="cases", route="cases/", action="cases.list", template="lists/cases.html",
         show=cases, menu=22),
    Page(name="people", route="people/", action="people.list", template="lists/people.html",
         show=people, menu=24),
    Page(name="cases_taken", route="cases/taken/", action="cases.export",
         template="lists/cases.html", post=take_cases, notes_itself=True),
    Page(name="people_taken", route="people/taken/", action="people.export",
         template="lists/people.html", post=take_people, notes_itself=True),
)  # fmt: skip

__all__ = [
    "INSTANTS",
    "NAME",
    "NUMBER",
    "PAGES",
    "CaseLine",
    "Criteria",
    "Found",
    "Seeing",
    "address_of",
    "case_lines",
    "criteria_in",
    "found_by",
]
