"""The pages of the accounts."""

from sortie.web.accounts.pages import (
    administering,
    assigning,
    elsewhere,
    enrolling,
    log,
    own,
    signing_in,
    table,
)
from sortie.web.frame import Page

PAGES: tuple[Page, ...] = (
    *signing_in.PAGES,
    *enrolling.PAGES,
    *elsewhere.PAGES,
    *own.PAGES,
    *administering.PAGES,
    *assigning.PAGES,
    *log.PAGES,
    *table.PAGES,
)
