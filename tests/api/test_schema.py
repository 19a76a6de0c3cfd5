"""The description keeps its word, whoever asks and whatever is sent: schemathesis says so."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from sortie import office
from sortie.api.asking import MATCH
from sortie.web.authority import POSTS, cells
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
CONFIG = {
    "checks": {"negative_data_rejection": {"expected-statuses": REFUSED}},
    "generation": {"with-security-parameters": False},
}
VERBS = frozenset(office.VERBS)
# The name that schemathesis gives to a program in the same process.
HERE = override_settings(ALLOWED_HOSTS=["localhost"])
Shown = dict[str, str]
Everyone = dict[str, Shown]
KNOWN = {"case_id": "D-3", "person_id": "P-3", "rule": "fr.leave.day", "number": 1}


@pytest.fixture(scope="session")
def described() -> Any:
    config = schemathesis.Config.from_dict(CONFIG)
    with HERE:
        return schemathesis.openapi.from_wsgi(
            "/api/v1/openapi.json", get_wsgi_application(), config=config
        )


@pytest.fixture
def everyone(world: World) -> Everyone:
    """What each role shows, and what nobody does."""
    docket.granted(1)
    docket.filed(3, 1)
    leave.routed("D-3").say()
    shown = {role: {"Authorization": f"Bearer {world.token(role)}"} for role in POSTS}
    return {**shown, "": {}}


def cases_of(operation: Any, mode: GenerationMode) -> Any:
    """Return what is asked: about what is there, since nothing follows about what is not."""
    names = {each.name for each in operation.path_parameters}
    known = {name: each for name, each in KNOWN.items() if name in names}
    return operation.as_strategy(generation_mode=mode, path_parameters=known or None)


def checks_of(case: Any) -> list[Any]:
    """Return what is looked at; that what fits is accepted, where the shape says all that counts.

    An act may be refused by the law, a cursor by its list, a case file by its own faults.
    """
    name = case.operation.definition.raw["operationId"]
    whole = case.operation.method == "get" and name != "list_cases"
    return [*CHECKS, checks.positive_data_acceptance] if whole else CHECKS


def callers(case: Any, asked: Counter[Any], everyone: Everyone) -> Iterator[tuple[str, Shown]]:
    """Yield who asks: everyone the first time; then, for an act, those whom the table lets act."""
    name = case.operation.definition.raw["operationId"]
    asked[name] += 1
    for role, shown in everyone.items():
        first = asked[name] == 1 or name not in VERBS
        if first or any(each.role == role for each in cells() if each.action == name):
            yield role, shown


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_description_keeps_its_word_to_everyone(
    everyone: Everyone, described: Any, mode: GenerationMode
) -> None:
    counted: Counter[tuple[str, int]] = Counter()
    asked: Counter[str] = Counter()
    for found in described.get_all_operations():

        @settings(
            max_examples=EXAMPLES, phases=[Phase.generate], database=None, deadline=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=cases_of(found.ok(), mode))
        def asked_by_everyone(case: Any) -> None:
            if mode is GenerationMode.POSITIVE and MATCH in (case.headers or {}):
                # An act goes on to the law only on the version that stands.
                case.headers[MATCH] = "*"
            for role, shown in callers(case, asked, everyone):
                response = case.call(headers=shown)
                case.validate_response(response, checks=checks_of(case), headers=shown)
                counted[role, response.status_code] += 1

        with HERE:
            asked_by_everyone()
    assert {role for role, _ in counted} == set(everyone)
    assert not any(status >= 500 for _, status in counted)
