"""The tables, their keys and the indexes of their lists."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CaseIndex",
            fields=[
                ("case_id", models.TextField(primary_key=True, serialize=False)),
                ("person_id", models.TextField()),
                ("prison", models.TextField()),
                ("court", models.TextField()),
                ("state", models.TextField()),
                ("leave", models.TextField()),
                ("filed_at", models.DateTimeField(null=True)),
                ("departs_at", models.DateTimeField(null=True)),
                ("returns_at", models.DateTimeField(null=True)),
                ("next_due_at", models.DateTimeField(null=True)),
                ("version", models.BigIntegerField()),
                ("last_seq", models.BigIntegerField()),
            ],
            options={
                "db_table": "store_case_index",
                "indexes": [
                    models.Index(fields=["filed_at", "case_id"], name="store_case_filed"),
                    models.Index(fields=["next_due_at", "case_id"], name="store_case_due"),
                    models.Index(
                        fields=["state", "filed_at", "case_id"], name="store_case_state_filed"
                    ),
                    models.Index(
                        fields=["state", "next_due_at", "case_id"], name="store_case_state_due"
                    ),
                    models.Index(
                        fields=["person_id", "filed_at", "case_id"], name="store_case_person"
                    ),
                    models.Index(
                        fields=["prison", "filed_at", "case_id"], name="store_case_prison"
                    ),
                    models.Index(
                        fields=["prison", "next_due_at", "case_id"], name="store_case_prison_due"
                    ),
                    models.Index(
                        fields=["prison", "departs_at", "case_id"], name="store_case_departs"
                    ),
                    models.Index(
                        fields=["prison", "returns_at", "case_id"], name="store_case_returns"
                    ),
                    models.Index(
                        fields=["prison", "state", "filed_at", "case_id"],
                        name="store_case_prison_state",
                    ),
                    models.Index(fields=["court", "filed_at", "case_id"], name="store_case_court"),
                    models.Index(
                        fields=["court", "next_due_at", "case_id"], name="store_case_court_due"
                    ),
                    models.Index(
                        fields=["court", "state", "filed_at", "case_id"],
                        name="store_case_court_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("text", models.TextField()),
            ],
            options={
                "db_table": "store_checkpoint",
                "indexes": [models.Index(fields=["size", "id"], name="store_checkpoint_size")],
            },
        ),
        migrations.CreateModel(
            name="ClockRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("case_id", models.TextField()),
                ("rule", models.TextField()),
                ("due_at", models.DateTimeField()),
            ],
            options={
                "db_table": "store_clock",
                "indexes": [
                    models.Index(fields=["due_at", "case_id", "rule"], name="store_clock_due")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case_id", "rule", "due_at"), name="store_clock_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Command",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("verb", models.TextField()),
                ("digest", models.TextField()),
                ("stream_kind", models.TextField()),
                ("stream_id", models.TextField()),
                ("subject", models.TextField()),
                ("actor_id", models.TextField()),
                ("actor_role", models.TextField()),
                ("actor_of", models.TextField()),
                ("at", models.DateTimeField()),
                ("outcome", models.TextField()),
                ("sealed", models.BinaryField()),
                ("first_seq", models.BigIntegerField(null=True)),
                ("last_seq", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "store_command",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "recorded"),
                            models.Q(("first_seq", None), ("outcome", "refused")),
                            _connector="OR",
                        ),
                        name="store_command_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_seq", None), ("last_seq", None)),
                            models.Q(
                                ("first_seq__gte", 1), ("last_seq__gte", models.F("first_seq"))
                            ),
                            _connector="OR",
                        ),
                        name="store_command_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dedupe_key", models.TextField()),
                ("case_id", models.TextField()),
                ("subject", models.TextField()),
                ("seq", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("to_role", models.TextField()),
                ("to_of", models.TextField()),
                ("sealed", models.BinaryField()),
                ("created_at", models.DateTimeField()),
                ("receipt_before", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("received_at", models.DateTimeField(null=True)),
                ("overdue_raised_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "store_outbox",
                "indexes": [
                    models.Index(fields=["case_id", "id"], name="store_outbox_case"),
                    models.Index(
                        condition=models.Q(("sent_at", None)),
                        fields=["id"],
                        name="store_outbox_unsent",
                    ),
                    models.Index(
                        condition=models.Q(("overdue_raised_at", None), ("received_at", None)),
                        fields=["receipt_before", "id"],
                        name="store_outbox_receipt",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dedupe_key",), name="store_outbox_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonIndex",
            fields=[
                ("person_id", models.TextField(primary_key=True, serialize=False)),
                ("committal_number", models.TextField()),
                ("prison", models.TextField()),
                ("name_key", models.TextField()),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "store_person_index",
                "indexes": [
                    models.Index(
                        fields=["committal_number", "person_id"], name="store_person_committal"
                    ),
                    models.Index(fields=["prison", "person_id"], name="store_person_prison"),
                    models.Index(fields=["name_key", "person_id"], name="store_person_name"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonJudgment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.TextField()),
                ("judgment", models.TextField()),
            ],
            options={
                "db_table": "store_person_judgment",
                "indexes": [
                    models.Index(fields=["person_id", "judgment"], name="store_judgment_person")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("judgment", "person_id"), name="store_judgment_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("stream_kind", models.TextField()),
                ("stream_id", models.TextField()),
                ("subject", models.TextField()),
                ("number", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("actor_id", models.TextField()),
                ("actor_role", models.TextField()),
                ("actor_of", models.TextField()),
                ("sealed", models.BinaryField()),
                ("entry", models.TextField()),
                ("hashes", models.BinaryField()),
                (
                    "command",
                    models.ForeignKey(
                        db_column="command_key",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.command",
                    ),
                ),
            ],
            options={
                "db_table": "store_event",
                "indexes": [
                    models.Index(
                        condition=models.Q(("number", 1)),
                        fields=["stream_kind", "seq"],
                        name="store_event_first",
                    ),
                    models.Index(
                        condition=models.Q(("number", 1)),
                        fields=["subject", "seq"],
                        name="store_event_begun",
                    ),
                    models.Index(fields=["command"], name="store_event_command"),
                    models.Index(
                        fields=["stream_kind", "kind", "at", "stream_id"],
                        name="store_event_counted",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stream_kind", "stream_id", "number"), name="store_event_number"
                    )
                ],
            },
        ),
    ]
