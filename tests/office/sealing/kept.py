"""A register with the whole of two people's leaves in it, signed once."""

from collections.abc import Sequence

from sortie import casework, office, register, store
from tests.office.one_leave import paris, say_all, whole

ORIGIN = "register.example/prison"
MORNING = paris("2027-03-20T08:00")
EVENING = paris("2027-03-20T20:00")
CLERK = casework.Actor("clerk-9", casework.Role.PRISON_CLERK)


def played(*people: str) -> None:
    """Carry one leave of each of these people through the office."""
    for person in people:
        say_all(each for each in whole(f"D-{person}", person) if each.again != "/too-soon")


def signed(*people: str) -> register.Keys:
    """Play these leaves, make the keys, sign a checkpoint."""
    played(*people)
    keys = office.sealing.begin(ORIGIN)
    office.sealing.checkpoint(MORNING)
    return keys


def erased(person: str, key: str = "k-erase") -> store.Json:
    command = office.Command(key=key, by=CLERK, at=MORNING)
    return office.sealing.erase(command, person, "text 1, article 2")


def checked(receipt: register.Receipt, vkeys: Sequence[register.VKey]) -> register.CheckedReceipt:
    return register.check_receipt(receipt.written(), vkeys=vkeys)
