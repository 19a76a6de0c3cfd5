"""The site: settings, addresses, headers, and the server that answers."""

from sortie.web.site.administrator import administrator
from sortie.web.site.configuring import configure
from sortie.web.site.errors import SecretNotKept
from sortie.web.site.serving import Ready, serve

__all__ = ["Ready", "SecretNotKept", "administrator", "configure", "serve"]
