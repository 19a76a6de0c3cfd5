"""The table of the tokens."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("accounts", "0001_tables")]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("scope", models.TextField()),
                ("digest", models.TextField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.post",
                    ),
                ),
            ],
            options={
                "db_table": "web_token",
                "indexes": [models.Index(fields=["post", "id"], name="web_token_post")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ("law", "read", "work"))),
                        name="web_token_scope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("made_at"))),
                        name="web_token_ends",
                    ),
                ],
            },
        ),
    ]
