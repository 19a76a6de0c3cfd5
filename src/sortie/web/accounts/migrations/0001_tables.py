"""The tables of the accounts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sortie.web.accounts.models.accounts


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.TextField(
                        default=sortie.web.accounts.models.accounts.new_id,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("email", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "db_table": "accounts_account",
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("account", models.TextField()),
                ("post", models.TextField()),
                ("role", models.TextField()),
                ("place", models.TextField()),
                ("action", models.TextField()),
                ("kind", models.TextField()),
                ("about", models.TextField()),
                ("person", models.TextField()),
                ("relations", models.TextField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "accounts_consultation",
                "indexes": [
                    models.Index(fields=["kind", "about", "id"], name="accounts_seen_about"),
                    models.Index(fields=["person", "id"], name="accounts_seen_person"),
                    models.Index(fields=["account", "id"], name="accounts_seen_account"),
                    models.Index(fields=["at", "id"], name="accounts_seen_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Happening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("account", models.TextField()),
                ("name", models.TextField()),
                ("address", models.TextField()),
                ("by", models.TextField()),
                ("post", models.TextField()),
                ("facts", models.TextField()),
            ],
            options={
                "db_table": "accounts_happening",
                "indexes": [
                    models.Index(fields=["kind", "name", "at"], name="accounts_happened_name"),
                    models.Index(
                        fields=["kind", "address", "at"], name="accounts_happened_address"
                    ),
                    models.Index(fields=["account", "id"], name="accounts_happened_account"),
                    models.Index(fields=["at", "id"], name="accounts_happened_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "accounts_place",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("prison", "court", "appeal_court", "probation_service"))
                        ),
                        name="accounts_place_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.TextField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="accounts.place",
                    ),
                ),
            ],
            options={
                "db_table": "accounts_post",
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("person", models.TextField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="accounts.post",
                    ),
                ),
            ],
            options={
                "db_table": "accounts_assignment",
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.TextField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_recovery_code",
            },
        ),
        migrations.CreateModel(
            name="SecurityKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("credential_id", models.TextField(unique=True)),
                ("credential", models.BinaryField()),
                ("counter", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="security_keys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_security_key",
            },
        ),
        migrations.CreateModel(
            name="SetUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.TextField()),
                ("ends_at", models.DateTimeField()),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="set_up",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_set_up",
            },
        ),
        migrations.CreateModel(
            name="Totp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("last_step", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="totp",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_totp",
            },
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issuer", models.TextField()),
                ("sub", models.TextField()),
                ("said_name", models.TextField(default="")),
                ("said_email", models.TextField(default="")),
                ("first_at", models.DateTimeField()),
                ("linked_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arrivals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_arrival",
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "sub"), name="accounts_arrival_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account", None), ("linked_at", None)),
                            models.Q(("account__isnull", False), ("linked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="accounts_arrival_linked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceReached",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reached",
                        to="accounts.place",
                    ),
                ),
                (
                    "reaches",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.place",
                    ),
                ),
            ],
            options={
                "db_table": "accounts_place_reached",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("place", "reaches"), name="accounts_reached_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["account"], name="accounts_post_account"),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="accounts_post_ends",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["person", "kind"], name="accounts_assignment_person"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)),
                fields=("post", "kind", "person"),
                name="accounts_assignment_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("counsel", "follow_up"))),
                name="accounts_assignment_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="recoverycode",
            constraint=models.UniqueConstraint(
                fields=("account", "digest"), name="accounts_recovery_once"
            ),
        ),
    ]
