"""The places and the accounts of the demonstration: one account a post, as the docket knows it."""

from datetime import datetime, timedelta

from sortie import demonstration
from sortie.demonstration import SignIn
from sortie.web.accounts import managing
from sortie.web.accounts.models.posts import APPEAL_COURT, COURT, PRISON, SERVICE
from sortie.web.authority import NOBODY

PASSWORD = "quatre chevaux sans nom"  # noqa: S105 (it is written on the first page)
# They were opened before the first act that any of them did.
_BEFORE = timedelta(days=600)


def open_sign_ins(at: datetime) -> None:
    """Open the places, then every account with its post and the persons it has in hand.

    The trap: whoever signs in is the very one who did what the docket says they did.
    """
    since = at - _BEFORE
    _open_places(since)
    for each in demonstration.SIGN_INS:
        _open(each, since)


def _open_places(since: datetime) -> None:
    prisons = [each.name for each in demonstration.prisons().values()]
    court = demonstration.court()
    for name in prisons:
        managing.record_place(name, PRISON, name, since)
    managing.record_place(court.name, COURT, court.name, since, reaches=prisons)
    managing.record_place(court.probation, SERVICE, court.probation, since, reaches=prisons)
    managing.record_place(court.appeal, APPEAL_COURT, court.appeal, since, reaches=[court.name])


def _open(each: SignIn, since: datetime) -> None:
    account = managing.open_for_demonstration(
        name_of(each), each.email, PASSWORD, since, known_as=each.account
    )
    post = managing.give_post(account, each.role, since, place=each.of)
    for person in (*each.clients, *each.followed):
        managing.assign(post, person, since, by=NOBODY)


def name_of(each: SignIn) -> str:
    """Return the name of who signs in, the given name first."""
    return f"{each.given_name} {each.family_name}"
