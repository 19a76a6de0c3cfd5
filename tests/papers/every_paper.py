"""One of each paper, in a language, of the same invented case."""

from collections.abc import Callable, Mapping

from sortie import casework as cw
from sortie import papers
from tests.casework import stories
from tests.papers import abouts

A_RECEIPT = "c2sp.org/tlog-proof@v1\nindex 12\n" + "Zm9vYmFy" * 20
REFUSED = stories.decided(order=stories.refusal(bar_until=abouts.A_DAY))
BANNED = (abouts.A_CONTACT_BAN, abouts.A_PLACE_BAN)
VICTIM = cw.VictimNoted(victim="V-1", must_be_told=True, wish=cw.VictimWish.TOLD)

Made = Callable[[str], papers.Paper]


def _sitting(lang: str) -> papers.Paper:
    told = [abouts.about(abouts.granted()), abouts.about(REFUSED)]
    return papers.board_minutes(told, "S-1", receipt=A_RECEIPT, lang=lang)


def _day(lang: str) -> papers.Paper:
    listed = [abouts.about(stories.out())]
    at, day = stories.paris("2027-03-15T22:00"), stories.OUT_AT.date()
    return papers.day_list(stories.PRISON, day, listed, at=at, lang=lang)


PAPERS: Mapping[str, Made] = {
    "grant": lambda lang: papers.order(
        abouts.about(abouts.granted()), receipt=A_RECEIPT, lang=lang
    ),
    "refusal": lambda lang: papers.order(abouts.about(REFUSED), lang=lang),
    "withdrawal": lambda lang: papers.order(abouts.about(abouts.withdrawn()), lang=lang),
    "permit": lambda lang: papers.permit(
        abouts.about(abouts.permitted(bans=BANNED)), receipt=A_RECEIPT, lang=lang
    ),
    "police notice": lambda lang: papers.police_notice(
        abouts.about(abouts.permitted(bans=BANNED)), receipt=A_RECEIPT, lang=lang
    ),
    "person notice": lambda lang: papers.person_notice(
        abouts.about(stories.notified()), receipt=A_RECEIPT, lang=lang
    ),
    "employer letter": lambda lang: papers.employer_letter(
        abouts.about(abouts.granted()), dated=abouts.A_DAY, lang=lang
    ),
    "victim notice": lambda lang: papers.victim_notice(
        abouts.about(abouts.told(VICTIM)), "V-1", dated=abouts.A_DAY, lang=lang
    ),
    "minutes": _sitting,
    "day list": _day,
}
