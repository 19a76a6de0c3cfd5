"""``export``: the register as files that any server can serve."""

from pathlib import Path

from sortie import office, register
from sortie.cli.office.bench import Bench
from sortie.cli.opening import bytes_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused


def export(bench: Bench) -> int:
    """Bring a folder to the last checkpoint, writing only what is new."""
    folder = Path(bench.chosen.folder)
    done = office.sealing.publish(folder, _policy(bench))
    if bench.chosen.json:
        return bench.write({"format": "sortie/published@1", "folder": str(folder),
                            "size": done.size, "since": done.since,
                            "files": done.files})  # fmt: skip
    page, say = Page(), bench.tongue.say
    page.text(say("register.export.done", size=done.size, since=done.since, files=done.files,
                  folder=folder))  # fmt: skip
    page.text(say("register.export.private"))
    page.text(say("register.export.serve", policy=folder / register.POLICY))
    show(page)
    return 0


def _policy(bench: Bench) -> str:
    """Return the policy to publish: the one given, once it reads, else the register's own keys."""
    path = bench.chosen.policy
    if path is None:
        return office.sealing.own_policy()
    raw = bytes_of(path)
    register.read_policy(raw)
    try:
        return raw.decode()
    except UnicodeDecodeError as foreign:
        raise Refused("cli.register.policy_not_text", {"path": path}, path) from foreign
