"""The database itself refuses to change or to forget an event or a command."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# A REPLACE would pass by BEFORE DELETE on a connection without recursive_triggers: what comes in
# is therefore checked as well. Numbers follow each other, whoever writes and however; a stream has
# one subject; and leaf number n comes with the hashes it completes, as many as n has zeros at its
# end, and one.
SQLITE = """
CREATE TRIGGER store_event_update BEFORE UPDATE ON store_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER store_event_delete BEFORE DELETE ON store_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER store_event_insert BEFORE INSERT ON store_event
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM store_event)
  OR NEW.number <> (
    SELECT COALESCE(MAX(number), 0) + 1 FROM store_event
    WHERE stream_kind = NEW.stream_kind AND stream_id = NEW.stream_id)
BEGIN SELECT RAISE(ABORT, 'events are numbered without a gap'); END;

CREATE TRIGGER store_event_subject BEFORE INSERT ON store_event
WHEN NEW.number > 1 AND NEW.subject <> (
  SELECT subject FROM store_event WHERE number = 1
    AND stream_kind = NEW.stream_kind AND stream_id = NEW.stream_id)
BEGIN SELECT RAISE(ABORT, 'a stream has one subject'); END;

CREATE TRIGGER store_event_leaf BEFORE INSERT ON store_event
WHEN NEW.entry = '' OR typeof(NEW.hashes) <> 'blob' OR typeof(NEW.sealed) <> 'blob'
  OR length(NEW.hashes) < 32 OR length(NEW.hashes) % 32 <> 0
  OR NEW.seq & ((1 << (length(NEW.hashes) / 32)) - 1) <> 1 << (length(NEW.hashes) / 32 - 1)
BEGIN SELECT RAISE(ABORT, 'an event comes with its leaf'); END;

CREATE TRIGGER store_command_update BEFORE UPDATE ON store_command
BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;

CREATE TRIGGER store_command_delete BEFORE DELETE ON store_command
BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;

CREATE TRIGGER store_command_insert BEFORE INSERT ON store_command
WHEN EXISTS (SELECT 1 FROM store_command WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;

CREATE TRIGGER store_checkpoint_update BEFORE UPDATE ON store_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TRIGGER store_checkpoint_delete BEFORE DELETE ON store_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TRIGGER store_checkpoint_insert BEFORE INSERT ON store_checkpoint
WHEN EXISTS (SELECT 1 FROM store_checkpoint WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
"""

# ALWAYS: they fire for a session that plays a replica, too. One question an event, since each is
# asked apart; the subject of the last event of a stream is that of its first.
POSTGRESQL = """
CREATE FUNCTION store_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION store_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
  last_number bigint;
  its_subject text;
BEGIN
  SELECT (SELECT MAX(seq) FROM store_event), number, subject
  INTO last_seq, last_number, its_subject
  FROM (SELECT 1) AS always LEFT JOIN LATERAL (
    SELECT number, subject FROM store_event
    WHERE stream_kind = NEW.stream_kind AND stream_id = NEW.stream_id
    ORDER BY number DESC LIMIT 1) AS last ON true;
  IF NEW.seq <> COALESCE(last_seq, 0) + 1 OR NEW.number <> COALESCE(last_number, 0) + 1 THEN
    RAISE EXCEPTION 'events are numbered without a gap' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.subject <> its_subject THEN
    RAISE EXCEPTION 'a stream has one subject' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.entry = '' OR octet_length(NEW.hashes) < 32 OR octet_length(NEW.hashes) % 32 <> 0
    OR NEW.seq & ((1::bigint << (octet_length(NEW.hashes) / 32)) - 1)
      <> 1::bigint << (octet_length(NEW.hashes) / 32 - 1)
  THEN
    RAISE EXCEPTION 'an event comes with its leaf' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER store_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_event
FOR EACH STATEMENT EXECUTE FUNCTION store_append_only();

CREATE TRIGGER store_event_follows BEFORE INSERT ON store_event
FOR EACH ROW EXECUTE FUNCTION store_event_follows();

CREATE TRIGGER store_command_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_command
FOR EACH STATEMENT EXECUTE FUNCTION store_append_only();

CREATE TRIGGER store_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION store_append_only();

ALTER TABLE store_event ENABLE ALWAYS TRIGGER store_event_append_only;
ALTER TABLE store_event ENABLE ALWAYS TRIGGER store_event_follows;
ALTER TABLE store_command ENABLE ALWAYS TRIGGER store_command_append_only;
ALTER TABLE store_checkpoint ENABLE ALWAYS TRIGGER store_checkpoint_append_only;
"""


def guard(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guards; there is no way back, and none is wanted."""
    written = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in written.strip().split("\n\n"):
        schema_editor.execute(
            statement.rstrip(";") if "BEGIN" not in statement else statement, None
        )


class Migration(migrations.Migration):
    dependencies = [("store", "0001_tables")]
    operations = [migrations.RunPython(guard)]
