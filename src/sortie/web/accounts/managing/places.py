"""The places where people work, and what each of them reaches."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sortie.web.accounts.errors import NoSuchPlace, PostUnfit
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Place, PlaceReached
from sortie.web.accounts.posts import REACHES
from sortie.web.authority import NOBODY, Acting


def place_of(code: str) -> Place:
    """Return a place by its code.

    Raises:   NoSuchPlace
    """
    found = Place.objects.filter(pk=code).first()
    if found is None:
        raise NoSuchPlace(code)
    return found


def record_place(
    code: str,
    kind: str,
    name: str,
    at: datetime,
    *,
    reaches: Iterable[str] = (),
    by: Acting = NOBODY,
) -> Place:
    """Record a place under the code that cases bear, or what it is called and reaches now.

    The trap: a place keeps its kind; what it reaches is what is given here, and nothing else.

    Raises:   NoSuchPlace: one that it would reach
              PostUnfit: another kind than before, or it would reach what its kind does not
    """
    wanted = tuple(dict.fromkeys(reaches))
    with transaction.atomic():
        place, _ = Place.objects.get_or_create(code=code, defaults={"kind": kind, "name": name})
        others = [place_of(each) for each in wanted]
        if place.kind != kind or any(each.kind != REACHES.get(kind) for each in others):
            raise PostUnfit(kind, (REACHES.get(kind, ""),))
        Place.objects.filter(pk=code).update(name=name)
        PlaceReached.objects.filter(place=place).delete()
        PlaceReached.objects.bulk_create(PlaceReached(place=place, reaches=each) for each in others)
        happened(Kind.PLACE_RECORDED, at, by=by,
                 facts={"place": code, "kind": kind, "reaches": ", ".join(wanted)})  # fmt: skip
    return place
