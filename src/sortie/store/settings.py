"""The settings as a module, for Django's own commands and for the type checker."""

from sortie.store.address import database_of
from sortie.store.connecting import address, settings_for

globals().update(settings_for(database_of(address())))
