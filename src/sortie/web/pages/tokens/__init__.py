"""One's own tokens: made after a second factor, listed, ended."""

from sortie.web.frame import Page
from sortie.web.pages.tokens.own import change, show

PAGES = (
    Page(name="tokens", route="account/tokens/", action="account.own",
         template="tokens/tokens.html", show=show, post=change),
)  # fmt: skip
