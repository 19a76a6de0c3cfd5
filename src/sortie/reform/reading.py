"""Reading a reform file: every fault at once, or the reform."""

from datetime import date

from sortie import facts, law
from sortie.days import EVER
from sortie.reform.applying import reformed
from sortie.reform.changing import bench_of, change_of, note_mistake
from sortie.reform.desk import Desk, Found
from sortie.reform.errors import Cause, ReformRefused
from sortie.reform.positions import positions
from sortie.reform.records import FORMAT, Reform, Source
from sortie.rules import AuthorMistake, Book

_REQUIRED = ("format", "id", "title", "author", "source", "status", "since", "changes")
_KEYS = (*_REQUIRED, "not_modelled")


def read_reform(
    data: bytes, file: str, since: date | None = None, book: Book | None = None
) -> Reform:
    """Return the reform that a file holds; ``since`` stands in place of its own first day.

    ``file`` is only named in what is refused; ``book`` is today's law when none is given.

    Raises:   ReformRefused: with every fault of the file
    """
    book = book or law.france.BOOK
    document = facts.document_of(data)
    if document.faults:
        raise ReformRefused(file, document.faults)
    text = data.decode("utf-8-sig")
    desk = Desk(file, text, document)
    desk.positions = positions(text)
    reform = _reform(desk, since, book)
    if reform is not None and not desk.faults:
        _together(reform, book, desk)
    if reform is None or desk.faults:
        raise ReformRefused(file, tuple(sorted(desk.faults, key=lambda each: each.line or 0)))
    return reform


def _together(reform: Reform, book: Book, desk: Desk) -> None:
    try:
        reformed(book, reform)
    except AuthorMistake as mistake:
        note_mistake(mistake, ("changes",), desk)


def _reform(desk: Desk, since: date | None, book: Book) -> Reform | None:
    found = desk.mapping(desk.document.value, (), _KEYS, _REQUIRED)
    _format(found, desk)
    status, begins = _status(found, desk), desk.day(found, "since")
    words = {
        "id": _id(found, desk),
        "title": desk.words(found, "title"),
        "author": desk.text(found, "author"),
    }
    source, left_out = _source(found, desk), _left_out(found, desk)
    bench = bench_of(book, since or begins or EVER, found.get("changes", ((), None))[1])
    read = [change_of(item, path, bench, desk) for path, item in desk.items(found, "changes")]
    if desk.faults or begins is None:
        return None
    return Reform(
        **words,  # type: ignore[arg-type]
        source=source,
        status=status,
        since=since or begins,
        changes=tuple(each for each in read if each is not None),
        not_modelled=left_out,
    )


def _format(found: Found, desk: Desk) -> None:
    if "format" in found and found["format"][1] != FORMAT:
        desk.refuse(Cause.WRONG_FORMAT, *found["format"], expected=FORMAT)


def _id(found: Found, desk: Desk) -> str:
    text = desk.text(found, "id")
    if text and not all(part.isidentifier() for part in text.split(".")):
        desk.refuse(Cause.BAD_ID, *found["id"])
    return text


def _status(found: Found, desk: Desk) -> str:
    text = desk.text(found, "status")
    if text and text not in law.STATUSES:
        desk.refuse(Cause.NOT_IN_LIST, *found["status"], nearest=", ".join(law.STATUSES))
    return text


def _source(found: Found, desk: Desk) -> Source:
    if "source" not in found:
        return Source("")
    path, value = found["source"]
    held = desk.mapping(value, path, ("text", "day", "address"), ("text",))
    return Source(desk.text(held, "text"), desk.day(held, "day"), desk.text(held, "address"))


def _left_out(found: Found, desk: Desk) -> tuple[dict[str, str], ...]:
    rows = desk.items(found, "not_modelled")
    return tuple(desk.words({"not_modelled": (path, item)}, "not_modelled") for path, item in rows)
