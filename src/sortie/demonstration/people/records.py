"""What the office is given of a person."""

from sortie.demonstration.people.files import Json
from sortie.demonstration.people.roster import Held


def record_of(held: Held, file: Json) -> Json:
    """Return the record of a person, as the office reads it."""
    return {
        "committal_number": held.number,
        "prison": held.prison.name,
        "court": held.prison.court,
        "family_name": held.name.family,
        "given_name": held.name.given,
        "file": file,
        "territory": held.prison.territory,
        "unit": "" if held.traits.unit == "ordinary" else held.traits.unit,
        "judgments": _judgments(held, file),
        "victims": [
            {
                "victim": f"V-{held.person.removeprefix('P-')}-{rank}",
                "must_be_told": held.traits.of_the_couple,
                "wish": wish.value,
            }
            for rank, wish in enumerate(held.traits.victims, 1)
        ],
    }


def _judgments(held: Held, file: Json) -> list[str]:
    """Return the reference of each judgment that is served; people may share the first."""
    found = []
    for rank, sentence in enumerate(file["custody"].get("sentences", ())):
        year = str(sentence.get("pronounced_on", "2020"))[:4]
        number = held.chance.number(f"judgment {rank}", 1, 899)
        found.append(f"J-{year}-{number:04}")
    if held.traits.together and found:
        found[0] = held.traits.together
    return found
