"""People before the pages: they read the form that is there, fill it in, and send it."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sortie.web.accounts.factors import totp
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import wall
from tests.web.accounts.people import PASSWORD
from tests.web.signing import Browser

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Visitor(Browser):
    """A browser without JavaScript, with nobody signed in by a header."""

    def __init__(self, language: str = "fr") -> None:
        super().__init__(None, language)

    def send(self, path: str, typed: dict[str, Any], on: str = "") -> Any:
        """Open a page, fill in its form and send it, to another address if one is given."""
        token = TOKEN.search(self.get(path).content.decode())
        assert token is not None, path
        return self.post(on or path, {**typed, "csrfmiddlewaretoken": token[1]})

    def give_password(self, who: Account, password: str = PASSWORD, then: str = "/") -> Any:
        path = f"/sign-in/?next={then}"
        typed = {"email": who.email, "password": password, "next": then}
        return self.send(path, typed, "/sign-in/")

    def give_code(self, who: Account, path: str = "/sign-in/second-factor/") -> Any:
        return self.send(path, {"code": totp.next_code(who, wall()), "next": then_of(path)})

    def sign_in(self, who: Account, then: str = "/") -> Any:
        """Sign in whole."""
        led = self.give_password(who, then=then)
        assert led.status_code == 303, led.content.decode()
        return self.give_code(who, led["Location"])


def then_of(path: str) -> str:
    """Return where an address says one goes next."""
    return parse_qs(urlsplit(path).query).get("next", ["/"])[0]


def text_of(page: Any) -> str:
    """Return what a page says."""
    found: str = page.content.decode()
    return found
