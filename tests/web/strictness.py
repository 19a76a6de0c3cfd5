"""Templates that name what is not there fail, instead of drawing nothing."""

from typing import NoReturn


class Undefined(str):
    """What Django draws for a name that stands for nothing; here it is an error."""

    __slots__ = ()

    def __contains__(self, _: object) -> bool:
        return True

    def __mod__(self, name: object) -> NoReturn:
        raise AssertionError(f"a template names {name}, which is not there")
