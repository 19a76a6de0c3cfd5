"""Search: someone by number or by name, cases by what their list can be asked for."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from sortie import store
from sortie.web.frame import Answer, Asked, SeeOther, Shown
from sortie.web.frame.opening import reaches
from sortie.web.pages.lists.cases import choices
from sortie.web.pages.lists.criteria import Criteria
from sortie.web.pages.lists.people import LIST as PEOPLE
from sortie.web.pages.lists.people import Whom

_REFUSED = 422


def search(asked: Asked) -> Mapping[str, Any]:
    """Show what may be looked for."""
    return {"number": "", "name": "", "fault": "", "criteria": Criteria(), **choices(asked)}


def look(asked: Asked) -> Answer:
    """Send to the list of who bears a number or a name like this one.

    It is sent, and not asked for, because an address is kept by browsers and logs: the one it
    leads to holds what stands for a name in the blind index, and no name.
    """
    said = asked.request.POST
    number, name = said.get("number", "").strip(), said.get("name", "").strip()
    fault = _fault(number, name)
    if fault:
        return Shown(
            values={**search(asked), "number": number, "name": name, "fault": fault},
            status=_REFUSED,
        )
    number = store.blinded("committal_number", number) if number else ""
    name = store.blinded_name(name) if name else ""
    if reaches(asked, PEOPLE):
        return SeeOther(f"{reverse('people')}?{Whom(number=number, name=name).address()}")
    return SeeOther(f"{reverse('cases')}?{Criteria(number=number, name=name).address()}")


def _fault(number: str, name: str) -> str:
    if not (number or name):
        return "search.fault.nothing"
    # A name without a letter is nobody's: every other such name would answer to it.
    if name and not any(each.isalpha() for each in name):
        return "search.fault.name"
    return ""
