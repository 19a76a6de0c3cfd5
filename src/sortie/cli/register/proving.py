"""``prove``: the receipts of a case as files, and as QR codes for the paper."""

import shutil
from dataclasses import dataclass
from errno import errorcode
from pathlib import Path
from urllib.parse import quote, urlsplit

from sortie import office, register
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused, SeveralRefused
from sortie.cli.register.receipts.codes import Code, code_of

SUFFIX = ".tlog-proof"
OWNER_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class Written:
    """A receipt and where it stands; its code too, when it fits in one."""

    label: str
    path: Path
    receipt: register.Receipt
    code: Code


def prove(bench: Bench) -> int:
    """Write the receipts asked for, each with its code."""
    chosen = bench.chosen
    _check(bench)
    waiting: list[str] = []
    if chosen.index is not None:
        index = bench.count(chosen.index, "--index") or 0
        done = [_write(bench, "", f"{index}", office.sealing.receipt_of(index))]
    else:
        numbers = [bench.count(each, "--number") or 0 for each in chosen.numbers]
        done = []
        for each in office.sealing.receipts_of(chosen.case, numbers):
            number, label = each.event.number, bench.label("event", each.event.kind)
            if each.receipt is None:
                waiting.append(
                    bench.tongue.say("register.prove.waiting", event=label, number=number)
                )
                continue
            name = f"{quote(chosen.case, safe='')}-{number:04}-{each.event.kind}"
            done.append(_write(bench, label, name, each.receipt, number))
    if chosen.json:
        return bench.write({"format": "sortie/receipts@1", "waiting": len(waiting),
                            "receipts": [_written(each) for each in done]})  # fmt: skip
    _show(bench, done, waiting)
    return 0


def _check(bench: Bench) -> None:
    """Refuse all that was typed wrong at once.

    Raises:   SeveralRefused
    """
    chosen, refused = bench.chosen, []
    if (chosen.case is None) == (chosen.index is None):
        refused.append(Refused("cli.register.which", {}, "--case"))
    elif chosen.numbers and chosen.case is None:
        refused.append(Refused("cli.register.number_of_a_case", {}, "--number"))
    numbers = [("--number", each) for each in chosen.numbers]
    for option, typed in [*numbers, *([("--index", chosen.index)] if chosen.index else [])]:
        try:
            bench.count(typed, option)
        except Refused as error:
            refused.append(error)
    page = chosen.page
    if page and (urlsplit(page).scheme not in {"http", "https"} or "#" in page or " " in page):
        refused.append(Refused("cli.register.bad_page", {"read": page}, "--page"))
    if refused:
        raise SeveralRefused(tuple(refused))


def _write(
    bench: Bench, label: str, name: str, receipt: register.Receipt, number: int = 0
) -> Written:
    folder = Path(bench.chosen.to or ".")
    path = folder / f"{name}{SUFFIX}"
    title = bench.tongue.say("register.code.title", name=name)
    code = code_of(receipt, bench.chosen.page or "", title)
    _put(path, receipt.written())
    if code.svg:
        _put(path.with_suffix(".svg"), code.svg)
    key = "register.prove.event" if label else "register.prove.index"
    holes = {"event": label, "number": number} if label else {"index": receipt.proof.index}
    return Written(bench.tongue.say(key, file=path, **holes), path, receipt, code)


def _put(path: Path, text: str) -> None:
    """Write a file that its owner alone opens: it says what happened to a person."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=OWNER_ALONE)
        path.write_bytes(text.encode())
    except OSError as error:
        why = errorcode.get(error.errno or 0, "?")
        raise Refused("cli.register.not_written", {"path": str(path), "why": why}) from error


def _written(each: Written) -> dict[str, object]:
    code = str(each.path.with_suffix(".svg")) if each.code.svg else None
    return {"file": str(each.path), "code": code, "index": each.receipt.proof.index,
            "opened": each.receipt.opening is not None}  # fmt: skip


def _show(bench: Bench, done: list[Written], waiting: list[str]) -> None:
    page, say = Page(), bench.tongue.say
    for each in done:
        page.item("✓", each.label, style="open")
        if each.receipt.opening is None:
            page.text(say("register.prove.closed"), indent=6)
        code = each.path.with_suffix(".svg")
        if each.code.svg:
            page.text(say("register.prove.code", file=code), indent=6)
        else:
            page.text(say("register.prove.no_code", count=each.code.signs), indent=6)
        if bench.chosen.qr and each.code.svg:
            _show_code(page, each, bench)
    for line in waiting:
        page.item("?", line, style="undetermined")
    if done:
        page.blank()
        page.text(say("register.prove.light"))
        page.text(say("register.prove.private"))
    show(page)


def _show_code(page: Page, each: Written, bench: Bench) -> None:
    code = each.path.with_suffix(".svg")
    # A code is never wrapped: the whole terminal serves, past the width that is easy to read.
    if each.code.width > shutil.get_terminal_size((80, 24)).columns:
        width = each.code.width
        page.text(bench.tongue.say("register.prove.narrow", width=width, file=code), indent=6)
        return
    page.blank()
    for line in each.code.blocks:
        page.raw((line, ""))
    page.blank()
