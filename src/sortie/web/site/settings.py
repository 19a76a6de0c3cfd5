"""The settings as a module, for Django's own commands and for the type checker."""

from sortie.web.site.whole import settings_at

globals().update(settings_at())
