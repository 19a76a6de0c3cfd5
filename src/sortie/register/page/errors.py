"""What the code that carries a receipt refuses.

RegisterError
└── BrokenCode          no code of ours, or one that is cut or damaged
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.register.errors import RegisterError


@dataclass(eq=False)
class BrokenCode(RegisterError):
    """A code is whole or says nothing."""

    code: ClassVar[str] = "register.broken_code"
