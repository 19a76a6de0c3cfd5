"""Every case of procedure is answered as its author wrote it."""

from collections import Counter

import pytest

from sortie.law.france import PROCEDURE_RULES
from tests.law.procedure.case_files import MAY, MUST, ProcedureCase, answered, cases, rule_of

CASES = cases()
MOST = 20


@pytest.mark.parametrize("case", CASES, ids=[str(c.told["id"]) for c in CASES])
def test_the_law_answers_as_the_author_wrote(case: ProcedureCase) -> None:
    assert answered(case) == case.told["attendu"], case.told["titre"]


@pytest.mark.parametrize("case", CASES, ids=[str(c.told["id"]) for c in CASES])
def test_the_rule_named_is_the_one_that_answers(case: ProcedureCase) -> None:
    if "regle" in case.told:
        rule, follows = rule_of(case)
        assert rule == case.told["regle"]
        assert rule in PROCEDURE_RULES
        assert follows == case.told.get("ensuite", follows)


def test_a_case_holds_the_keys_a_jurist_knows_and_no_other() -> None:
    for case in CASES:
        assert set(case.told) >= MUST, case.told
        assert set(case.told) <= MUST | MAY, case.told
        assert case.told["relu_par"].keys() == {"nom", "qualite", "le"}


def test_no_id_serves_twice_and_no_file_is_too_long() -> None:
    assert [i for i, n in Counter(c.told["id"] for c in CASES).items() if n > 1] == []
    per_file = Counter(case.file for case in CASES)
    assert max(per_file.values()) <= MOST, per_file
