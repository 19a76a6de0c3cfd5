"""The site under each skin in turn: the same people, the same cases, the same pages."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from sortie.web.site.whole import templates
from sortie.web.skins import SKINS
from tests.web.opening import served
from tests.web.skins import places
from tests.web.strictness import Undefined


@pytest.fixture(params=sorted(SKINS))
def skin(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of the skin that the site wears for this test."""
    worn = SKINS[request.param]
    drawn = [{**each, "OPTIONS": {**each["OPTIONS"], "string_if_invalid": Undefined("%s")}}
             for each in templates(worn)]  # fmt: skip
    named = {"header": "Service des sorties", "logo": "/static/theirs.svg", "foot": "Un service."}
    with override_settings(
        TEMPLATES=drawn,
        STATICFILES_DIRS=[*worn.files(), places.THEIRS],
        SORTIE_DEPLOYER=named,
    ):
        yield worn.name


@pytest.fixture
def site(sqlite_store: str, skin: str) -> Iterator[str]:  # noqa: ARG001 (opened, then worn)
    """The address of the site, served to real browsers under that skin."""
    with served() as address:
        yield address
