"""Every page, by family. A page that is not here has no address."""

from sortie.web.frame import Page
from sortie.web.pages import acts, languages, my_day, reasons

PAGES: tuple[Page, ...] = (*my_day.PAGES, *acts.PAGES, *languages.PAGES, *reasons.PAGES)
