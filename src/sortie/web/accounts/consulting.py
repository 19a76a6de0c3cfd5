"""Each page that shows a case, a person or a list says so in the log before it is shown."""

from sortie.web.accounts.journal import Seen, note_seen
from sortie.web.authority import ACTIONS, On, OpenedCase, OpenedPerson
from sortie.web.frame import Asked, Page

_PAPERS, _LOG = "papers.", "log.see"


def consulted(asked: Asked, page: Page, opened: OpenedCase | OpenedPerson | None) -> None:
    """Write down what a page is about to show. What is not about anyone is not written down."""
    what = _seen(asked, page, opened)
    if what is not None:
        note_seen(asked.acting, what, asked.at)


def _seen(asked: Asked, page: Page, opened: OpenedCase | OpenedPerson | None) -> Seen | None:
    if isinstance(opened, OpenedCase):
        kind = "paper" if page.action.startswith(_PAPERS) else "case"
        return Seen(
            action=page.action, kind=kind, about=opened.shown.case_id,
            person=opened.matter.person, relations=opened.sight.theirs, reason=asked.reason,
        )  # fmt: skip
    if isinstance(opened, OpenedPerson):
        return Seen(
            action=page.action, kind="person", about=opened.record.person,
            person=opened.record.person, relations=opened.sight.theirs, reason=asked.reason,
        )  # fmt: skip
    of_log = page.action.startswith(_LOG)
    if ACTIONS[page.action].on is not On.PLACE and not of_log:
        return None
    address = asked.request.get_full_path()
    kind = "log" if of_log else "list"
    return Seen(action=page.action, kind=kind, about=address, reason=asked.reason)
