"""A table that could be read in two ways, or not at all, is refused whole."""

import pytest

from sortie.web.authority import BrokenTable, Fault, read_table

ACTIONS = "action,on,fields\ncase.see,case,- name\nday.see,nothing,-\n"
HEAD = "role,relation,action,field,reason,source\n"
GOOD = "gate,own_prison,case.see,- name,,\n"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("gate,own_prison,case.see,-\n", Fault.COLUMNS),
        ("gate,own_prison,case.see,-,,,\n", Fault.COLUMNS),
        ("gates,own_prison,case.see,-,,\n", Fault.ROLE),
        ("victim,own_prison,case.see,-,,\n", Fault.ROLE),
        ("gate,own,case.see,-,,\n", Fault.RELATION),
        ("gate,,case.see,-,,\n", Fault.RELATION),
        ("gate,own_prison,case.look,-,,\n", Fault.ACTION),
        ("gate,own_prison,case.see,- address,,\n", Fault.FIELD),
        ("gate,own_prison,case.see,,,\n", Fault.FIELD),
        ("gate,own_prison,case.see,*,,\n", Fault.FIELD),
        ("gate,own_prison,case.see,-,perhaps,\n", Fault.REASON),
        ("gate,own_prison,case.see,- name,,\ngate,own_prison,case.see,name,asked,\n", Fault.TWICE),
        ("gate,own_prison,case.see,name,,\n", Fault.NOT_ITSELF),
        ("gate,none,case.see,-,,\n", Fault.UNFIT),
        ("gate,own_prison,day.see,-,,\n", Fault.UNFIT),
    ],
)
def test_a_bad_line_is_refused_with_its_number(line: str, fault: Fault) -> None:
    with pytest.raises(BrokenTable) as refused:
        read_table(ACTIONS, HEAD + line)
    assert refused.value.fault is fault
    assert refused.value.line >= 2


@pytest.mark.parametrize(
    ("actions", "fault"),
    [
        ("action,on\ncase.see,case\n", Fault.COLUMNS),
        ("action,on,fields\ncase.see,a case,-\n", Fault.ON),
        ("action,on,fields\ncase.see,case,name\n", Fault.NOT_ITSELF),
        ("action,on,fields\ncase.see,case,-\ncase.see,case,-\n", Fault.TWICE),
    ],
)
def test_a_bad_list_of_actions_is_refused(actions: str, fault: Fault) -> None:
    with pytest.raises(BrokenTable) as refused:
        read_table(actions, HEAD)
    assert refused.value.fault is fault


def test_a_good_line_opens_its_cells_and_no_other() -> None:
    table = read_table(ACTIONS, HEAD + GOOD)
    assert set(table.cells) == {
        ("gate", "own_prison", "case.see", "-"),
        ("gate", "own_prison", "case.see", "name"),
    }
