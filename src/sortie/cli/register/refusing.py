"""What the register refuses, in words: one sentence a cause."""

from sortie import register
from sortie.words import Said, Tongue

# What someone typed wrong, or has yet to do; any other refusal of the keys is the machine's.
_TYPED = (
    register.KeysMissing, register.KeysExist, register.OverlapUnderWay, register.NothingToRetire,
)  # fmt: skip
_MACHINE = (register.SigningError, register.FileNotRead, register.FileNotWritten)


def is_a_fault_of_the_machine(error: register.RegisterError) -> bool:
    """Whether nobody's typing made it: keys, a database or a disk that are not as they should."""
    return isinstance(error, _MACHINE) and not isinstance(error, _TYPED)


def said_of(error: register.RegisterError, tongue: Tongue, path: str = "") -> Said:
    """Return the sentence of one refusal; ``path`` names the file it came with."""
    holes = {name: _shown(value) for name, value in vars(error).items()}
    fault = holes.pop("fault", "")
    key = f"{error.code}.{fault}" if fault else error.code
    if holes.get("cosigned") == "":
        key += ".none"
    return Said(key, path or holes.get("path", ""), tongue.say(key, **holes))


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
