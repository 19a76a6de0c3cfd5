"""The tables, reached when they are asked for: models cannot be made before Django is set up."""

from typing import TYPE_CHECKING, cast

from django.apps import apps

if TYPE_CHECKING:
    from django.db.models import Manager

    from sortie.store.models import (
        CaseIndex,
        Checkpoint,
        ClockRow,
        Command,
        Event,
        Outbox,
        PersonIndex,
        PersonJudgment,
    )


def commands() -> "Manager[Command]":
    return cast("Manager[Command]", _rows("Command"))


def events() -> "Manager[Event]":
    return cast("Manager[Event]", _rows("Event"))


def checkpoints() -> "Manager[Checkpoint]":
    return cast("Manager[Checkpoint]", _rows("Checkpoint"))


def case_index() -> "Manager[CaseIndex]":
    return cast("Manager[CaseIndex]", _rows("CaseIndex"))


def clocks() -> "Manager[ClockRow]":
    return cast("Manager[ClockRow]", _rows("ClockRow"))


def outbox() -> "Manager[Outbox]":
    return cast("Manager[Outbox]", _rows("Outbox"))


def person_index() -> "Manager[PersonIndex]":
    return cast("Manager[PersonIndex]", _rows("PersonIndex"))


def judgments() -> "Manager[PersonJudgment]":
    return cast("Manager[PersonJudgment]", _rows("PersonJudgment"))


def _rows(name: str) -> object:
    return getattr(apps.get_model("store", name), "objects")  # noqa: B009
