"""Whoever runs the site makes its first administrator, and another when every one is locked out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sortie.web.accounts import managing
from sortie.web.accounts.errors import AddressUnreadable, SetUpRefused, SignInRefused
from sortie.web.accounts.journal import HappeningQuery, Kind, happenings
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import Typed, passwords, set_up
from sortie.web.authority import Acting
from tests.web.accounts.people import DAY, HERE, NOON, PASSWORD

OUTSIDE = {name: held for name, held in os.environ.items() if not name.startswith("SORTIE")}
TYPED = Typed("ada@example.org", HERE)
BY = Acting(account="admin", post="7", role="administrator")


def run(folder: Path, *typed: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sortie", "web", *typed, "--lang", "en"]
    return subprocess.run(
        command, cwd=folder, env=OUTSIDE, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_command_makes_one_in_an_empty_folder(tmp_path: Path) -> None:
    done = run(tmp_path, "--administrator", "ada@example.org")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Code for ada@example.org: ")
    assert "sortie.db" in {path.name for path in tmp_path.iterdir()}

    refused = run(tmp_path, "--administrator", "ada at example")
    assert refused.returncode != 0
    assert "“ada at example” is not an e-mail address." in refused.stderr


def test_the_code_opens_the_account_of_an_administrator(sqlite_store: str) -> None:
    assert sqlite_store
    code = managing.open_administrator("ada@example.org", NOON)
    account = set_up.open_with(TYPED, code, PASSWORD, NOON)

    assert [each.role for each in account.posts.all()] == ["administrator"]
    with pytest.raises(AddressUnreadable):
        managing.open_administrator("ada at example", NOON)


def test_one_who_is_locked_out_is_handed_another_code(sqlite_store: str) -> None:
    assert sqlite_store
    first = managing.open_administrator("ada@example.org", NOON)
    account = set_up.open_with(TYPED, first, PASSWORD, NOON)
    managing.give_post(managing.open_account("B", "b@example.org", NOON)[0], "administrator", NOON)
    managing.close_account(account, NOON, by=BY)

    second = managing.open_administrator("ADA@example.org", NOON + DAY)
    with pytest.raises(SignInRefused):
        passwords.account_of(TYPED, PASSWORD, NOON + DAY)
    with pytest.raises(SetUpRefused):
        set_up.open_with(TYPED, first, PASSWORD, NOON + DAY)
    again = set_up.open_with(TYPED, second, PASSWORD, NOON + DAY)
    assert again.pk == account.pk
    assert again.posts.count() == 1
    assert Account.objects.filter(email="ada@example.org").count() == 1
    issued = happenings(HappeningQuery(account=account.pk, kind=Kind.SET_UP_ISSUED))
    assert [each.by for each in issued] == ["", ""]
