"""``sortie law RULE --kernel``: the compiled rule, readable."""

from tests.cli.running import run


def test_the_gates_of_a_rule_are_printed_under_its_sentence() -> None:
    ran = run("law", "fr.leave.short.time", "--kernel", "--lang", "en")

    assert ran.status == 0
    lines = ran.out.splitlines()
    assert "# fr.leave.short.time" in lines
    assert any("one of the time conditions is met" in line for line in lines)
    # Three limbs are joined, and each rule that it names is told by its id.
    assert sum(" | " in line and line.startswith("S[") for line in lines) == 2
    assert any(line.endswith(": fr.served.half") for line in lines)


def test_an_unknown_rule_is_refused() -> None:
    ran = run("law", "fr.served.haf", "--kernel", "--lang", "en")

    assert ran.status == 2
    assert "fr.served.half" in ran.err
