"""Reform files as an author would type them, and what is read of them."""

from sortie import law, reform
from sortie.reform import Reform, ReformRefused
from sortie.rules import Book

HEAD = """\
format: sortie/reform@1
id: fr.reform.tried
title: {fr: Une réforme essayée, en: A reform tried}
author: test
source: {text: imaginée pour un essai}
status: imagined
since: 2012-01-01
changes:
"""
BOOK = law.france.BOOK


def text_of(*changes: str) -> str:
    """Return a whole file with these changes, each the lines of one item of the list."""
    items = ("  - " + "\n    ".join(each.strip("\n").split("\n")) for each in changes)
    return HEAD + "\n".join(items) + "\n"


def read(*changes: str, book: Book | None = None) -> Reform:
    """Return a reform with these changes."""
    return reform.read_reform(text_of(*changes).encode(), "tried.yaml", book=book)


def put(*changes: str, book: Book = BOOK) -> Book:
    """Return a book with these changes in it."""
    return reform.reformed(book, read(*changes, book=book))


def faults(text: str) -> list[tuple[str, int | None]]:
    """Return the code and the line of each fault of a file."""
    try:
        reform.read_reform(text.encode(), "tried.yaml")
    except ReformRefused as refused:
        return [(fault.code.value, fault.line) for fault in refused.faults]
    return []


def rewritten(rule: str, says: str, more: str = "") -> str:
    """Return the change that gives a rule another text."""
    words = f"fr: Un autre texte\nen: another text\ncites: [fr.cpp.d143]\nsays: {says}"
    return f"replaces: {rule}\n{words}\n{more}".rstrip("\n")
