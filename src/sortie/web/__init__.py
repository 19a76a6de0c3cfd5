"""The office on the web: pages for the people who carry a leave, whole without JavaScript."""

from sortie.web.site import SecretNotKept, configure, serve

__all__ = ["SecretNotKept", "configure", "serve"]
