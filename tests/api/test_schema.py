"""The description keeps its word, whoever asks and whatever is sent: schemathesis says so."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from sortie.web.authority import POSTS
from tests.api.programs import World
from tests.office import one_leave as leave
from tests.web.lists import docket

# For each role, each operation and each of the two ways: what fits the description, what does not.
EXAMPLES = 2
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.ignored_auth,
]
REFUSED = ["400", "401", "403", "404", "405", "406", "412", "413", "415", "422", "428"]
CONFIG = {"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}}
KNOWN = {"case_id": "D-3", "person_id": "P-3", "rule": "fr.leave.day", "number": 1}


@pytest.fixture
def described(world: World) -> Iterator[Any]:  # noqa: ARG001 (opens the store)
    docket.granted(1)
    docket.filed(3, 1)
    leave.routed("D-3").say()
    config = schemathesis.Config.from_dict(CONFIG)
    with override_settings(ALLOWED_HOSTS=["localhost"]):
        yield schemathesis.openapi.from_wsgi(
            "/api/v1/openapi.json", get_wsgi_application(), config=config
        )


def cases_of(operation: Any, mode: GenerationMode) -> Any:
    """Return what is asked: about what is there, since nothing follows about what is not."""
    names = {each.name for each in operation.path_parameters}
    known = {name: each for name, each in KNOWN.items() if name in names}
    return operation.as_strategy(generation_mode=mode, path_parameters=known or None)


def operations(described: Any) -> Iterator[Any]:
    for found in described.get_all_operations():
        yield found.ok()


def asked(described: Any, shown: dict[str, str]) -> dict[str, int]:
    """Ask everything in someone's name, and count the answers by status."""
    counted: dict[str, int] = {}
    for operation in operations(described):
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(
                max_examples=EXAMPLES, phases=[Phase.generate], database=None, deadline=None,
                suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=cases_of(operation, mode))
            def once(case: Any) -> None:
                response = case.call(headers=shown)
                case.validate_response(response, checks=CHECKS, headers=shown)
                key = f"{response.status_code}"
                counted[key] = counted.get(key, 0) + 1

            once()
    return counted


@pytest.mark.parametrize("role", [*POSTS, ""])
def test_the_description_keeps_its_word(world: World, described: Any, role: str) -> None:
    token = world.token(role) if role else ""
    counted = asked(described, {"Authorization": f"Bearer {token}"} if token else {})
    print(role, counted)
    assert "200" in counted
