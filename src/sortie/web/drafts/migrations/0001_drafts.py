"""The table of the drafts."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("account", models.TextField()),
                ("form", models.TextField()),
                ("target", models.TextField()),
                ("tab", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("seen", models.BigIntegerField(null=True)),
                ("saved_at", models.DateTimeField()),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "web_draft",
                "indexes": [models.Index(fields=["saved_at"], name="web_draft_saved")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "form", "target", "tab"), name="web_draft_tab"
                    )
                ],
            },
        ),
    ]
