"""What is supposed of an application that nobody has filed: fitting, and complete.

To say who could leave, a whole population is asked as if each person filed, for each type of leave,
the application that fits it: a purpose and a length of that type, the country not left, money,
lodging and transport settled, an expert report at hand, nothing by which the person need not come.
What depends on the person, on the custody and on what came before is never supposed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sortie.days import EVER
from sortie.law.france.kinds import LeaveDay, Purpose
from sortie.law.france.leave.routes import ESCORTED, ROUTES
from sortie.rules import ByReading

_REPORT, _FILED = date(9999, 12, 30), EVER

_COMPLETE: Mapping[str, Any] = {
    "filed_on": _FILED,
    "abroad": False,
    "funds_shown": True,
    "lodging_settled": True,
    "transport_settled": True,
    "prepares_relief": False,
    "expert_report_on": _REPORT,
    "prosecutor_agrees": True,
    "representation_possible": False,
    "video_link_possible": False,
    "only_days_off": True,
}

# Purpose and days asked, by type of leave. For one day: what the text grants without a further
# condition; an employer wants an adjustment within reach, see ``supposed(purpose=...)``.
_FITTING: Mapping[str, tuple[Purpose, int]] = {
    "fr.leave.short": (Purpose.FAMILY_TIES, 3),
    "fr.leave.detention_centre": (Purpose.FAMILY_TIES, 5),
    "fr.leave.release_support": (Purpose.FAMILY_TIES, 5),
    "fr.leave.days_off": (Purpose.FAMILY_TIES, 2),
    "fr.leave.day": (Purpose.EXAM, 1),
    "fr.leave.family_event": (Purpose.FAMILY_DEATH, 3),
    "fr.leave.obligation": (Purpose.OBLIGATION, 1),
    "fr.leave.before_2016.day": (Purpose.EXAM, 1),
    "fr.leave.before_2016.days_off": (Purpose.FAMILY_TIES, 2),
    "fr.leave.before_2016.family_event": (Purpose.FAMILY_DEATH, 3),
    "fr.leave.before_2016.three_days": (Purpose.FAMILY_TIES, 3),
    "fr.leave.before_2016.detention_centre": (Purpose.FAMILY_TIES, 5),
    "fr.leave.before_2016.adapted_sentence_centre": (Purpose.FAMILY_TIES, 5),
    ESCORTED.code: (Purpose.FAMILY_DEATH, 1),
}


def supposed(purpose: str | None = None) -> Mapping[str, Mapping[str, Any]]:
    """Return, for each type of leave, the facts of the application that is supposed.

    ``purpose`` asks every type for one and the same purpose instead of the one that fits it.

    Raises:   ValueError: no such purpose
    """
    return {route.code: _facts(route.code, purpose) for route in ROUTES}


def _facts(code: str, purpose: str | None) -> Mapping[str, Any]:
    fitting, days = _FITTING[code]
    asked = ByReading({(counted,): days for counted in LeaveDay})
    return {
        **_COMPLETE,
        "purpose": Purpose(purpose) if purpose else fitting,
        "days_asked": asked,
    }
