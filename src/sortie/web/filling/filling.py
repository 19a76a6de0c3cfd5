"""The form of one act on one case, from the first look to the receipt."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse

from sortie import office, store
from sortie.errors import SortieError
from sortie.web.authority import OpenedCase
from sortie.web.drafts.keepers import Keeper, read_keeper
from sortie.web.drafts.keeping import Kept, keep, kept, let_go
from sortie.web.drafts.rescuing import rescue
from sortie.web.filling.beside import beside
from sortie.web.filling.bound import Bound, leading
from sortie.web.forms import Fault, Form, Reader, Typed, drawn, first_of, form_of, typed_in
from sortie.web.frame import Asked, SeeOther, Shown, back_to, plain_page, refusals
from sortie.words.office import is_a_fault_of_the_machine

_BYTES = 9
_REFUSED, _OUT_OF_ORDER = 422, 503


@dataclass(slots=True)
class Filling:
    """One form under way; ``back`` is the page that its author is sent back to once it is done."""

    asked: Asked
    opened: OpenedCase
    form: Form
    keeper: Keeper
    back: str = "my_day"

    @classmethod
    def of(cls, verb: str, opened: OpenedCase, asked: Asked, *, back: str = "my_day") -> "Filling":
        """Return the form of an act on a case, for who is signed in."""
        keeper = Keeper(asked.acting.account, verb, opened.shown.case_id)
        return cls(asked, opened, form_of(verb, opened, asked), keeper, back)

    def shown(self) -> Shown:
        """Show the form: restored from the last version saved, or from the one asked for."""
        query = self.asked.request.GET
        versions = kept(self.keeper)
        wanted = query.get("draft", "")
        found = next((each for each in versions if each.id == wanted), None)
        if found is None and versions and "fresh" not in query:
            found = versions[0]
        typed = _typed(found) if found is not None else first_of(self.form.fields)
        bound = self._bound(typed, tab=secrets.token_urlsafe(_BYTES), seen=self._number)
        return self._drawn(
            replace(
                bound,
                kept=found.mark if found is not None else "",
                restored=found,
                others=tuple(each for each in versions if each is not found),
                moved_on=found is not None and found.seen not in (None, self._number),
            )
        )

    def sent(self) -> Shown | HttpResponse:
        """Answer what was sent: a list made longer, a draft saved, an act refused or done."""
        post = self.asked.request.POST
        keeper = read_keeper(post.get("keeper", ""))
        if keeper != self.keeper:
            # Opened by someone else, who was signed out since: it is not this person's to send.
            rescue(self.asked.request, self.asked.at)
            return plain_page(self.asked.request, "not_yours", status=403)
        what, _, path = post.get("do", "send").partition(" ")
        typed = typed_in(self.asked.request)
        match what:
            case "discard":
                let_go(self.keeper, mark=path)
                return SeeOther(self.asked.request.path)
            case "more":
                return self._again(typed.but(**{f"{path}:new": ("",)}))
            case "drop":
                return self._again(typed.without(path))
            case "keep":
                return self._again(typed)
            case _:
                return self._send(typed)

    @property
    def _number(self) -> int:
        return self.opened.shown.case.number

    def _send(self, typed: Typed) -> Shown | HttpResponse:
        reader = Reader(self.form, typed, self.asked.tongue)
        body = reader.body()
        if reader.faults:
            return self._again(typed, faults=reader.faults, status=_REFUSED)
        post = self.asked.request.POST
        self.asked.key = post.get("key", "")
        command = office.Command(
            key=self.asked.key, by=self.asked.actor, at=self.asked.at, seen=_whole(post.get("seen"))
        )
        try:
            office.do(self.form.name, command, self.opened.shown.case_id, body)
        except SortieError as error:
            return self._refused(typed, error)
        let_go(self.keeper, tab=post.get("tab", ""), mark=post.get("kept", ""))
        about = {"case_id": self.opened.shown.case_id} if self.back == "case" else {}
        return back_to(self.back, key=command.key, **about)

    def _refused(self, typed: Typed, error: SortieError) -> Shown:
        machine = is_a_fault_of_the_machine(error)
        stale = isinstance(error, store.StaleVersion) or (
            isinstance(error, store.RefusedBefore) and error.refusal == store.StaleVersion.code
        )
        return self._again(
            typed,
            refused=tuple(refusals(error, self.asked)),
            # What may have been recorded is asked again under the same key, and done once.
            key=self.asked.key if machine else secrets.token_urlsafe(_BYTES),
            seen=self._number if stale else None,
            status=_OUT_OF_ORDER if machine else _REFUSED,
        )

    def _again(
        self,
        typed: Typed,
        *,
        faults: list[Fault] | None = None,
        refused: tuple[str, ...] = (),
        key: str = "",
        seen: int | None = None,
        status: int = 200,
    ) -> Shown:
        """Show the form again with all that was typed, saved as a draft on the way."""
        post = self.asked.request.POST
        number = _whole(post.get("seen")) if seen is None else seen
        tab, mark = post.get("tab", ""), post.get("kept", "")
        saved = ""
        # A form in which nothing was typed is no draft.
        if mark or typed.filled() != first_of(self.form.fields).filled():
            version = keep(self.keeper, tab, typed.written(), self.asked.at, mark=mark, seen=number)
            mark = version.mark
            saved = self.asked.say("draft.saved", at=self.asked.clock.say(version.saved_at))
        bound = self._bound(typed, tab=tab, seen=number or 0, faults=faults or [])
        others = tuple(each for each in kept(self.keeper) if each.tab != tab)
        bound = replace(
            bound,
            key=key or post.get("key", "") or bound.key,
            kept=mark,
            saved=saved,
            others=others,
            refusals=refused,
        )
        return self._drawn(bound, status)

    def _bound(
        self, typed: Typed, *, tab: str, seen: int, faults: list[Fault] | None = None
    ) -> Bound:
        found = faults or []
        return Bound(
            fields=drawn(self.form, typed, found),
            key=secrets.token_urlsafe(_BYTES),
            seen=seen,
            keeper=self.keeper.written(),
            tab=tab,
            kept="",
            send=self.asked.say(f"act.{self.form.name}"),
            faults=leading(found),
        )

    def _drawn(self, bound: Bound, status: int = 200) -> Shown:
        values: Mapping[str, Any] = {
            "bound": bound,
            "verb": self.form.name,
            "shown": self.opened.shown,
            "sight": self.opened.sight,
            **beside(self.opened),
        }
        return Shown(values=values, status=status)


def _typed(version: Kept) -> Typed:
    return Typed({name: tuple(values) for name, values in version.held.items()})


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None
