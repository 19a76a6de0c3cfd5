"""Every operation. One that is not here has no address."""

from sortie.api.asking import Operation
from sortie.api.operations import acts, cases, figures, law, people

OPERATIONS: tuple[Operation, ...] = (
    *law.OPERATIONS,
    *figures.OPERATIONS,
    *cases.OPERATIONS,
    *acts.OPERATIONS,
    *people.OPERATIONS,
)
