"""The database itself refuses to change or to forget a line of the two logs."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("accounts_consultation", "accounts_happening")

# A REPLACE would pass by BEFORE DELETE on a connection without recursive_triggers: a line that
# bears the number of another is therefore refused as it comes in.
SQLITE = (
    """
    CREATE TRIGGER {table}_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, 'logs are append-only'); END
    """,
    """
    CREATE TRIGGER {table}_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, 'logs are append-only'); END
    """,
    """
    CREATE TRIGGER {table}_insert BEFORE INSERT ON {table}
    WHEN NEW.id <= (SELECT MAX(id) FROM {table}) AND NEW.id > 0
    BEGIN SELECT RAISE(ABORT, 'logs are append-only'); END
    """,
)

# ALWAYS: they fire for a session that plays a replica, too.
POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION accounts_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$
    """,
    """
    CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_append_only()
    """,
    "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only",
)


def guard(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guards; there is no way back, and none is wanted."""
    written = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for table in TABLES:
        for statement in written:
            schema_editor.execute(statement.format(table=table), None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0001_tables")]
    operations: ClassVar = [migrations.RunPython(guard)]
