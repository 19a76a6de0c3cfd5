"""A reform that names what does not exist is refused by name, line by line, all at once."""

import pytest

from sortie import reform
from sortie.reform import Cause, ReformFault, ReformRefused
from sortie.words import said, tongue
from tests.reform.files import HEAD, faults, read, rewritten, text_of


def refused(text: str) -> ReformRefused:
    with pytest.raises(ReformRefused) as raised:
        reform.read_reform(text.encode(), "tried.yaml")
    return raised.value


def only(text: str) -> ReformFault:
    (fault,) = refused(text).faults
    assert isinstance(fault, ReformFault)
    return fault


@pytest.mark.parametrize(
    ("change", "cause", "read", "nearest"),
    [
        (rewritten("fr.served.haf", "p.recidivist"),
         Cause.UNKNOWN_RULE, "fr.served.haf", "fr.served.half"),
        ("switches_off: fr.leave.dayy", Cause.UNKNOWN_RULE, "fr.leave.dayy", "fr.leave.day"),
        (rewritten("fr.served.half", "fr.served.quarter(p, day)"),
         Cause.UNKNOWN_RULE, "fr.served.quarter", "fr.served.third"),
        (rewritten("fr.served.half", "p.recidivst"), Cause.UNKNOWN_FACT, "recidivst", "recidivist"),
        (rewritten("fr.served.half", "p.kind[day] == Kind.CENTRE_DETENTIO"),
         Cause.UNKNOWN_WORD, "Kind.CENTRE_DETENTIO", "Kind.CENTRE_DETENTION"),
        (rewritten("fr.served.half", "p.kind[day] == Knd.CENTRE_DETENTION"),
         Cause.UNKNOWN_NAME, "Knd", "Kind"),
        (rewritten("fr.served.half", "p.days_asked <= fr.value.one_dy[day]"),
         Cause.UNKNOWN_NAME, "fr.value.one_dy", "fr.value.one_day"),
        ("value: fr.value.one_dy\nbecomes: 2",
         Cause.UNKNOWN_FIGURE, "fr.value.one_dy", "fr.value.one_day"),
        (rewritten("fr.served.half", "p.recidivist").replace("d143", "d1430"),
         Cause.UNKNOWN_PROVISION, "fr.cpp.d1430", "fr.cpp.d143"),
        ("redates: fr.served.little_left\nversion: 2016-09-18\nsince: 2015-01-01",
         Cause.NO_SUCH_VERSION, "2016-09-18", "2016-09-17"),
        ("switches_of: fr.leave.day", Cause.NO_KIND, "", "switches_off"),
        ("switches_off: fr.leave.day\nsinse: 2013-01-01", Cause.UNKNOWN_KEY, "sinse", "since"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_refused_with_what_is_near(
    change: str, cause: Cause, read: str, nearest: str
) -> None:
    fault = only(text_of(change))
    assert (fault.code, fault.read) == (cause, read)
    assert nearest in fault.params["nearest"].split(", ")


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ("value: fr.value.answer_time\nbecomes: 3", Cause.FIGURE_ELSEWHERE),
        ("value: fr.value.one_day\nbecomes: two", Cause.NOT_A_VALUE),
        ("value: fr.value.one_day\nbecomes: -1", Cause.NOT_A_VALUE),
        ("value: fr.value.day_leave_total\nbecomes: 5 years", Cause.NOT_A_VALUE),
        ("value: fr.value.one_day", Cause.KEY_MISSING),
        (rewritten("fr.served.half", "p.recidivist").replace("replaces", "adds"),
         Cause.RULE_EXISTS),
        (rewritten("fr.served half", "p.recidivist").replace("replaces", "adds"), Cause.BAD_ID),
        ("switches_on: fr.leave.day", Cause.ALREADY_SO),
        ("switches_off: fr.reform.organised_crime_units", Cause.ALREADY_SO),
        ("redates: fr.served.little_left\nversion: 2016-09-17", Cause.NO_DATE_MOVED),
        ("switches_off: fr.leave.day\nuntil: 2011-12-31", Cause.ENDS_FIRST),
        ("switches_off: fr.leave.day\nsince: 2011-02-29", Cause.NOT_A_DAY),
        ("switches_off: fr.leave.day\nswitches_on: fr.leave.day", Cause.NO_KIND),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(change: str, cause: Cause) -> None:
    assert only(text_of(change)).code == cause


def test_every_fault_is_told_at_once_with_its_line() -> None:
    text = text_of(
        rewritten("fr.served.haf", "p.recidivst and fr.served.quarter(p, day)"),
        "value: fr.value.on_day\nbecomes: 2",
    ).replace("status: imagined", "status: dreamt")
    assert faults(text) == [
        ("reform.not_in_list", 6),
        ("reform.unknown_rule", 9),
        ("reform.unknown_fact", 13),
        ("reform.unknown_rule", 13),
        ("reform.unknown_figure", 14),
    ]


def test_a_fault_in_the_middle_of_an_expression_is_on_its_own_line() -> None:
    says = "|\n  p.recidivist\n  and fr.person.adult(p, day)\n  and p.recidivst"
    assert faults(text_of(rewritten("fr.served.half", says))) == [("reform.unknown_fact", 16)]


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("p.total", "neither true nor false"),
        ("p.kind == Kind.CENTRE_DETENTION", "changes over time"),
        ("p.recidivist and (", "no expression"),
        ("day >= p.half_term and day <= fr.value.one_day[day]", "compared with no date"),
        ("fr.served.half(p)", "asked of another person or day"),
        ("p.born_on < day < p.half_term", "a chain of comparisons"),
        ("p.recidivist) or (p.abroad", "no expression"),
        ("p.recidivist if p.abroad else 3", "is not offered"),
    ],
)
def test_the_reader_of_rules_refuses_here_what_it_refuses_in_a_module(
    says: str, found: str
) -> None:
    fault = only(text_of(rewritten("fr.served.third", says)))
    assert fault.code == Cause.EXPRESSION
    assert found in fault.params["found"]
    assert fault.line == 13


def test_rules_that_turn_in_a_circle_are_refused() -> None:
    fault = only(text_of(rewritten("fr.served.half", "fr.leave.short.time(p, day)")))
    assert "rests on itself" in fault.params["found"]


def test_a_key_missing_a_list_empty_and_a_file_of_another_format_are_refused() -> None:
    assert faults(HEAD.replace("author: test\n", "") + "  []\n") == [
        ("reform.key_missing", 1),
        ("reform.wrong_type", 7),
    ]
    other = text_of("switches_off: fr.leave.day").replace("reform@1", "case@1")
    assert faults(other) == [("reform.wrong_format", 1)]
    assert faults("- a\n") == [("reform.wrong_type", 1)]
    assert faults("a: [") == [("facts.not_yaml", 2)]


def test_an_unknown_reform_of_the_house_is_refused_with_those_there_are() -> None:
    with pytest.raises(reform.UnknownReform) as refused:
        reform.packaged_reform("fr.reform.longer_days")
    assert refused.value.near[0] == "fr.reform.longer_day"


@pytest.mark.parametrize(
    "says",
    ["'p.recidivist'", '"p.recidivist\\n or p.abroad"', ">\n  p.recidivist\n  or p.abroad",
     "p.recidivist\n  or p.abroad", "| # the condition\n  p.recidivist  # whoever it is"],
)  # fmt: skip
def test_an_expression_is_read_however_the_file_writes_texts(says: str) -> None:
    assert len(read(rewritten("fr.served.half", says)).changes) == 1


def test_a_rule_that_the_same_file_adds_may_be_named_before_it() -> None:
    added = rewritten("fr.reform.mine", "p.recidivist").replace("replaces", "adds")
    changes = (rewritten("fr.served.third", "fr.reform.mine(p, day)"), added)
    assert len(read(*changes).changes) == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_cause_is_a_sentence_in_both_languages(language: str) -> None:
    speech = tongue(language)
    holes = ("nearest", "key", "expected", "since", "example", "found", "instead")
    params = dict.fromkeys(holes, "x")
    for cause in Cause:
        error = ReformRefused("tried.yaml", (ReformFault(cause, "changes", "read", 3, params),))
        (told,) = said(error, speech)
        assert told.line == 3
        assert "%(" not in told.message
