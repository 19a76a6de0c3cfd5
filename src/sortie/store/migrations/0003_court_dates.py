"""The indexes of the departures and returns of a court."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0002_append_only")]

    operations = [
        migrations.AddIndex(
            model_name="caseindex",
            index=models.Index(
                fields=["court", "departs_at", "case_id"], name="store_case_court_out"
            ),
        ),
        migrations.AddIndex(
            model_name="caseindex",
            index=models.Index(
                fields=["court", "returns_at", "case_id"], name="store_case_court_back"
            ),
        ),
    ]
