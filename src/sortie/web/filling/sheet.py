"""A form under way, whatever it does: opened, restored, saved, refused with all that was typed."""

import hashlib
import json
import secrets
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from django.http import HttpResponse

from sortie import office, store
from sortie.errors import SortieError
from sortie.web.drafts.keepers import Keeper, read_keeper
from sortie.web.drafts.keeping import Kept, keep, kept, let_go
from sortie.web.drafts.rescuing import rescue
from sortie.web.filling.bound import Bound, leading
from sortie.web.forms import Fault, Form, Reader, Typed, drawn, first_of, typed_in
from sortie.web.frame import Asked, SeeOther, Shown, plain_page, refusals
from sortie.words.office import is_a_fault_of_the_machine

_BYTES = 9
_MARK = 16
REFUSED, _OUT_OF_ORDER = 422, 503
Body = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Why a form is shown again: what is wrong, what was refused, or that it is to be read.

    Without ``key`` it stays the same act; without ``seen``, what its author had before them.
    """

    faults: tuple[Fault, ...] = ()
    refused: tuple[str, ...] = ()
    key: str = ""
    seen: int | None = None
    mark: str = ""
    status: int = 200


PLAINLY = Again()


@dataclass(slots=True)
class Sheet(ABC):
    """One form under way; what it does once it is sent is said by those that follow it."""

    asked: Asked
    form: Form
    keeper: Keeper

    # What is read again, in whole sentences, before it is done; the button then bears its mark.
    REREAD: ClassVar[bool] = False

    # -- what each form says for itself -----------------------------------------------------------

    @abstractmethod
    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """Do what the form asks for, and answer where to go.

        Raises:   SortieError: it is refused, and shown again with everything typed
        """

    @abstractmethod
    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return what the template shows beside the form."""

    def form_for(self, typed: Typed) -> Form:
        """Return the form as it is asked once this is typed."""
        del typed
        return self.form

    def number(self) -> int:
        """Return the number of the last event of what the form is about; 0 where nothing is."""
        return 0

    def seen(self) -> int | None:
        """Return the number that its author had before them, for the command to be held to it."""
        return _whole(self.asked.request.POST.get("seen"))

    def read(self, typed: Typed) -> tuple[Body, list[Fault]]:
        """Return what the form says, and all that is wrong with it."""
        reader = Reader(self.form_for(typed), typed, self.asked.tongue)
        body = reader.body()
        return body, reader.faults

    def faults_of(self, error: SortieError) -> list[Fault]:
        """Return what a refusal says of one field; the rest of it is told apart."""
        del error
        return []

    def pressed(self, what: str, typed: Typed) -> Shown | HttpResponse | None:
        """Answer a button of this form alone; None where it is not one of them."""
        del what, typed
        return None

    # -- what every form does ---------------------------------------------------------------------

    def shown(self) -> Shown:
        """Show the form: restored from the last version saved, or from the one asked for."""
        query = self.asked.request.GET
        versions = kept(self.keeper)
        wanted = query.get("draft", "")
        found = next((each for each in versions if each.id == wanted), None)
        if found is None and versions and "fresh" not in query:
            found = versions[0]
        typed = _typed(found) if found is not None else first_of(self.form.fields)
        bound = self._bound(typed, tab=secrets.token_urlsafe(_BYTES), seen=self.number())
        return self._drawn(
            typed,
            replace(
                bound,
                kept=found.mark if found is not None else "",
                restored=found,
                others=tuple(each for each in versions if each is not found),
                moved_on=found is not None and found.seen not in (None, self.number()),
            ),
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
                return SeeOther(self.asked.request.get_full_path())
            case "more" | "drop" | "keep":
                return self.again(_changed(typed, what, path))
            case "send" if self.REREAD and path != mark_of(typed):
                return self._reread(typed)
            case _:
                return self.pressed(what, typed) or self._send(typed)

    def again(self, typed: Typed, told: Again = PLAINLY) -> Shown:
        """Show the form again with all that was typed, saved as a draft on the way."""
        post = self.asked.request.POST
        number = _whole(post.get("seen")) if told.seen is None else told.seen
        tab, restored = post.get("tab", ""), post.get("kept", "")
        saved = ""
        # A form in which nothing was typed is no draft.
        if restored or typed.filled() != first_of(self.form.fields).filled():
            version = keep(
                self.keeper, tab, typed.written(), self.asked.at, mark=restored, seen=number
            )
            restored = version.mark
            saved = self.asked.say("draft.saved", at=self.asked.clock.say(version.saved_at))
        bound = self._bound(typed, tab=tab, seen=number or 0, faults=list(told.faults))
        others = tuple(each for each in kept(self.keeper) if each.tab != tab)
        bound = replace(
            bound,
            key=told.key or post.get("key", "") or bound.key,
            kept=restored,
            saved=saved,
            others=others,
            refusals=told.refused,
            mark=told.mark,
        )
        return self._drawn(typed, bound, told.status)

    def faulty(self, typed: Typed, faults: list[Fault]) -> Shown:
        """Show the form again with what is wrong in it."""
        return self.again(typed, Again(faults=tuple(faults), status=REFUSED))

    def refused(self, typed: Typed, error: SortieError) -> Shown:
        """Show the form again with why it was refused."""
        machine = is_a_fault_of_the_machine(error)
        stale = isinstance(error, store.StaleVersion) or (
            isinstance(error, store.RefusedBefore) and error.refusal == store.StaleVersion.code
        )
        faults = self.faults_of(error)
        told = Again(
            faults=tuple(faults),
            refused=() if faults else tuple(refusals(error, self.asked)),
            # What may have been recorded is asked again under the same key, and done once.
            key=self.asked.key if machine else new_key(),
            seen=self.number() if stale else None,
            status=_OUT_OF_ORDER if machine else REFUSED,
        )
        return self.again(typed, told)

    def _reread(self, typed: Typed) -> Shown:
        """Show what is about to be done, to be read before it is."""
        _, faults = self.read(typed)
        return (
            self.faulty(typed, faults) if faults else self.again(typed, Again(mark=mark_of(typed)))
        )

    def _send(self, typed: Typed) -> Shown | HttpResponse:
        body, faults = self.read(typed)
        if faults:
            return self.faulty(typed, faults)
        post = self.asked.request.POST
        self.asked.key = post.get("key", "")
        command = office.Command(
            key=self.asked.key, by=self.asked.actor, at=self.asked.at, seen=self.seen()
        )
        try:
            answer = self.done(command, body)
        except SortieError as error:
            return self.refused(typed, error)
        let_go(self.keeper, tab=post.get("tab", ""), mark=post.get("kept", ""))
        return answer

    def _bound(
        self, typed: Typed, *, tab: str, seen: int, faults: list[Fault] | None = None
    ) -> Bound:
        found = faults or []
        return Bound(
            fields=drawn(self.form_for(typed), typed, found),
            key=new_key(),
            seen=seen,
            keeper=self.keeper.written(),
            tab=tab,
            kept="",
            send=self.asked.say(f"act.{self.form.name}"),
            faults=leading(found),
        )

    def _drawn(self, typed: Typed, bound: Bound, status: int = 200) -> Shown:
        return Shown(values={"bound": bound, **self.values(typed)}, status=status)


def new_key() -> str:
    """Return a key under which nothing was ever sent."""
    return secrets.token_urlsafe(_BYTES)


def _changed(typed: Typed, what: str, path: str) -> Typed:
    """Return what is typed with a line more, or a line less."""
    if what == "more":
        return typed.but(**{f"{path}:new": ("",)})
    return typed.without(path) if what == "drop" else typed


def mark_of(typed: Typed) -> str:
    """Return what stands for all that is typed: it changes when anything of it does."""
    held = json.dumps(sorted(typed.filled().items()), ensure_ascii=False)
    return hashlib.sha256(held.encode()).hexdigest()[:_MARK]


def _typed(version: Kept) -> Typed:
    return Typed({name: tuple(values) for name, values in version.held.items()})


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None
