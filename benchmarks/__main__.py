"""Run every comparison once and print it; ``--write`` also writes docs/reference/speed.md."""

import sys
from datetime import UTC, datetime

from benchmarks import (
    machine,
    office_at_work,
    one_day,
    register_appending,
    register_proofs,
    start,
    three_cases,
)
from benchmarks.page import PAGE, Report


def main(arguments: list[str]) -> int:
    """Measure, print, and write the page when asked."""
    unknown = set(arguments) - {"--write"}
    if unknown:
        print(f"{', '.join(sorted(unknown))}: the only option is --write", file=sys.stderr)
        return 2
    checked, engines = one_day.all_measures()
    report = Report(
        day=datetime.now(UTC).date().isoformat(),
        machine=machine.described(),
        cases=tuple(three_cases.measures()),
        checked=checked,
        engines=engines,
        starts=tuple(start.measures()),
        office=office_at_work.all_measures(),
        register={
            "Proofs": tuple(register_proofs.measures()),
            **register_appending.all_measures(),
        },
    )
    print("\n".join(report.lines()))
    if "--write" in arguments:
        PAGE.write_text(report.written(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
