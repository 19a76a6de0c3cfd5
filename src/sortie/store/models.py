"""The tables. Events and commands only grow; the rest is an index, made again from them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sortie.store.records import RECORDED, REFUSED


class Command(models.Model):
    """One attempt, by its key, and how it ended. Never changed, never deleted.

    ``digest`` and ``sealed``, its answer, are made with the key of its subject.
    """

    key = models.TextField(primary_key=True)
    verb = models.TextField()
    digest = models.TextField()
    stream_kind = models.TextField()
    stream_id = models.TextField()
    subject = models.TextField()
    actor_id = models.TextField()
    actor_role = models.TextField()
    actor_of = models.TextField()
    at = models.DateTimeField()
    outcome = models.TextField()
    sealed = models.BinaryField()
    first_seq = models.BigIntegerField(null=True)
    last_seq = models.BigIntegerField(null=True)

    class Meta:
        db_table = "store_command"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="store_command_outcome",
                condition=Q(outcome=RECORDED) | Q(outcome=REFUSED, first_seq=None),
            ),
            models.CheckConstraint(
                name="store_command_range",
                condition=Q(first_seq=None, last_seq=None)
                | Q(first_seq__gte=1, last_seq__gte=F("first_seq")),
            ),
        ]


class Event(models.Model):
    """One event of one stream. Never changed, never deleted, numbered without a gap.

    It is also a leaf of the register, of index ``seq - 1``: ``entry`` is what everyone may read,
    ``hashes`` the hashes that it completes, ``sealed`` its salt and its body.
    """

    seq = models.BigIntegerField(primary_key=True)
    stream_kind = models.TextField()
    stream_id = models.TextField()
    subject = models.TextField()
    number = models.BigIntegerField()
    kind = models.TextField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor_id = models.TextField()
    actor_role = models.TextField()
    actor_of = models.TextField()
    sealed = models.BinaryField()
    entry = models.TextField()
    hashes = models.BinaryField()
    # Checked when the transaction ends: a command is written after its events, with their range.
    command = models.ForeignKey(
        Command, models.PROTECT, db_column="command_key", db_index=False, related_name="+"
    )

    class Meta:
        db_table = "store_event"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="store_event_number", fields=("stream_kind", "stream_id", "number")
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                name="store_event_first", fields=("stream_kind", "seq"), condition=Q(number=1)
            ),
            models.Index(
                name="store_event_begun", fields=("subject", "seq"), condition=Q(number=1)
            ),
            # Without it SQLite reads every event at each command, to see which ones waited for it.
            models.Index(name="store_event_command", fields=("command",)),
            # The cases of a year are found in it alone, without reading any event.
            models.Index(
                name="store_event_counted", fields=("stream_kind", "kind", "at", "stream_id")
            ),
        ]


class Checkpoint(models.Model):
    """A checkpoint as it was signed: the text of its note. Never changed, never deleted."""

    size = models.BigIntegerField()
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        db_table = "store_checkpoint"
        indexes: ClassVar = [models.Index(name="store_checkpoint_size", fields=("size", "id"))]


class CaseIndex(models.Model):
    """What lists and search know of a case."""

    case_id = models.TextField(primary_key=True)
    person_id = models.TextField()
    prison = models.TextField()
    court = models.TextField()
    state = models.TextField()
    leave = models.TextField()
    filed_at = models.DateTimeField(null=True)
    departs_at = models.DateTimeField(null=True)
    returns_at = models.DateTimeField(null=True)
    next_due_at = models.DateTimeField(null=True)
    version = models.BigIntegerField()
    last_seq = models.BigIntegerField()

    class Meta:
        db_table = "store_case_index"
        indexes: ClassVar = [
            models.Index(name="store_case_filed", fields=("filed_at", "case_id")),
            models.Index(name="store_case_due", fields=("next_due_at", "case_id")),
            models.Index(name="store_case_state_filed", fields=("state", "filed_at", "case_id")),
            models.Index(name="store_case_state_due", fields=("state", "next_due_at", "case_id")),
            models.Index(name="store_case_person", fields=("person_id", "filed_at", "case_id")),
            models.Index(name="store_case_prison", fields=("prison", "filed_at", "case_id")),
            models.Index(name="store_case_prison_due", fields=("prison", "next_due_at", "case_id")),
            models.Index(name="store_case_departs", fields=("prison", "departs_at", "case_id")),
            models.Index(name="store_case_returns", fields=("prison", "returns_at", "case_id")),
            models.Index(
                name="store_case_prison_state", fields=("prison", "state", "filed_at", "case_id")
            ),
            models.Index(name="store_case_court", fields=("court", "filed_at", "case_id")),
            models.Index(name="store_case_court_due", fields=("court", "next_due_at", "case_id")),
            models.Index(
                name="store_case_court_state", fields=("court", "state", "filed_at", "case_id")
            ),
            models.Index(name="store_case_court_out", fields=("court", "departs_at", "case_id")),
            models.Index(name="store_case_court_back", fields=("court", "returns_at", "case_id")),
        ]


class ClockRow(models.Model):
    """An instant at which the clock alone makes something due in a case."""

    case_id = models.TextField()
    rule = models.TextField()
    due_at = models.DateTimeField()

    class Meta:
        db_table = "store_clock"
        constraints: ClassVar = [
            models.UniqueConstraint(name="store_clock_once", fields=("case_id", "rule", "due_at")),
        ]
        indexes: ClassVar = [
            models.Index(name="store_clock_due", fields=("due_at", "case_id", "rule")),
        ]


class Outbox(models.Model):
    """What must be told, to whom, and whether it was sent and received."""

    dedupe_key = models.TextField()
    case_id = models.TextField()
    subject = models.TextField()
    seq = models.BigIntegerField()
    kind = models.TextField()
    to_role = models.TextField()
    to_of = models.TextField()
    sealed = models.BinaryField()
    created_at = models.DateTimeField()
    receipt_before = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    overdue_raised_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "store_outbox"
        constraints: ClassVar = [
            models.UniqueConstraint(name="store_outbox_once", fields=("dedupe_key",)),
        ]
        indexes: ClassVar = [
            models.Index(name="store_outbox_case", fields=("case_id", "id")),
            models.Index(name="store_outbox_unsent", fields=("id",), condition=Q(sent_at=None)),
            models.Index(
                name="store_outbox_receipt",
                fields=("receipt_before", "id"),
                condition=Q(received_at=None, overdue_raised_at=None),
            ),
        ]


class PersonIndex(models.Model):
    """Where a person is. What is searched is blind: made with the key of the index, and no words.

    ``name_key`` is shared by names that are easily taken for each other; ``sealed`` is the rest.
    """

    person_id = models.TextField(primary_key=True)
    committal_number = models.TextField()
    prison = models.TextField()
    name_key = models.TextField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "store_person_index"
        indexes: ClassVar = [
            models.Index(name="store_person_committal", fields=("committal_number", "person_id")),
            models.Index(name="store_person_prison", fields=("prison", "person_id")),
            models.Index(name="store_person_name", fields=("name_key", "person_id")),
        ]


class PersonJudgment(models.Model):
    """One judgment of one person, blind, so that those of one judgment are found together."""

    person_id = models.TextField()
    judgment = models.TextField()

    class Meta:
        db_table = "store_person_judgment"
        constraints: ClassVar = [
            models.UniqueConstraint(name="store_judgment_once", fields=("judgment", "person_id")),
        ]
        indexes: ClassVar = [
            models.Index(name="store_judgment_person", fields=("person_id", "judgment")),
        ]
