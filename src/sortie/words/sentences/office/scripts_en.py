# ruff: noqa: E501 (one sentence, one line)
"""The scripts of a case, in English."""

SENTENCES: dict[str, str] = {
    "run.title": "%(title)s",
    "run.step": "%(number)s  %(at)s  %(what)s",
    "run.looks": "looks",
    "run.on": "%(verb)s: %(on)s",
    "run.refused": "refused, as expected: %(codes)s",
    "run.difference": "step %(step)s, line %(line)s, %(path)s: expected %(expected)s, found %(found)s",
    "run.good": "The script holds: each step is what it says.",
    "run.bad.one": "%(count)s difference.",
    "run.bad.many": "%(count)s differences.",
    "run.where": "%(file)s, line %(line)s, “%(path)s”",
    "run.where.file": "%(file)s, “%(path)s”",
    "script.unreadable": "%(where)s: the text cannot be read (%(read)s); expected YAML (%(expected)s).",
    "script.no_such_file": "%(where)s: the file “%(read)s” does not exist; expected %(expected)s.",
    "script.begins_with_itself": "%(where)s: the script “%(read)s” begins with itself; give another.",
    "script.wrong_format": "%(where)s: “%(read)s” is not a known format; expected %(expected)s.",
    "script.wrong_type": "%(where)s: “%(read)s” has not the shape expected; expected %(expected)s.",
    "script.unknown_key": "%(where)s: the key “%(read)s” is not known; expected one of: %(expected)s.",
    "script.key_twice": "%(where)s: the key “%(read)s” is given twice; keep the right one (%(expected)s).",
    "script.key_missing": "%(where)s: the key “%(expected)s” is missing (read: “%(read)s”); add it.",
    "script.not_in_list": "%(where)s: “%(read)s” is not a word of the list; expected one of: %(expected)s.",
    "script.no_such_name": "%(where)s: nothing bears the name “%(read)s”; expected one of: %(expected)s.",
    "script.no_such_hour": "%(where)s: the hour “%(read)s” does not exist that day, or comes twice; write it with its offset (%(expected)s).",
    "script.back_in_time": "%(where)s: the step of “%(read)s” comes before the one above it; expected %(expected)s or later.",
    "script.case_file": "%(where)s: what is said of the person has a fault, “%(read)s”; expected %(expected)s.",
}
