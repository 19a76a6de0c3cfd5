"""What stops a book from being compiled. ``NotCompiled`` is the only one."""

from sortie.errors import SortieError


class NotCompiled(SortieError):
    """A rule asks something that the kernel has no form for: nothing is compiled without it."""

    code = "population.not_compiled"

    def __init__(self, rule_id: str, found: str) -> None:
        super().__init__(rule_id, found)
        self.rule_id, self.found = rule_id, found
