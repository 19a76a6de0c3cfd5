"""Every page, by family. A page that is not here has no address."""

from sortie.web.accounts.pages import PAGES as ACCOUNTS
from sortie.web.frame import Page
from sortie.web.pages import (
    acts,
    cases,
    deciding,
    figures,
    filing,
    gate,
    languages,
    law,
    lists,
    my_day,
    planning,
    reasons,
    reforms,
    sitting,
    tokens,
)

PAGES: tuple[Page, ...] = (
    *my_day.PAGES,
    *acts.PAGES,
    *cases.PAGES,
    *deciding.PAGES,
    *figures.PAGES,
    *filing.PAGES,
    *gate.PAGES,
    *languages.PAGES,
    *law.PAGES,
    *lists.PAGES,
    *planning.PAGES,
    *reasons.PAGES,
    *reforms.PAGES,
    *sitting.PAGES,
    *tokens.PAGES,
    *ACCOUNTS,
)
