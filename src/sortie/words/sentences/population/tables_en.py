# ruff: noqa: E501 (one sentence, one line)
"""The tables of people and their records, in English."""

SENTENCES: dict[str, str] = {
    # -- help
    "help.population": "the law over many people: their tables, their records",
    "help.population.check": "names every fault of the tables of a folder, row by row; writes the good people apart",
    "help.population.derive": "makes the records that the rules read, from tables in Parquet",
    "help.population.folder": "a folder of tables: CSV, XLSX or Parquet, with its tables.yaml",
    "help.population.tables": "a folder of tables in Parquet, in the order of the persons; population check -o writes one",
    "help.population.good": "writes the people without a fault in this folder, as tables in Parquet",
    "help.population.records": "the file of records to write (Parquet)",
    "help.population.processes": "how many processes; without it, as many as there are cores",
    # -- check
    "population.no_fault": "%(folder)s: no fault.",
    "population.faults.one": "%(count)s fault.",
    "population.faults.many": "%(count)s faults.",
    "population.people.one": "%(count)s person without a fault.",
    "population.people.many": "%(count)s people without a fault.",
    "population.left_out.one": "%(count)s person left out, whole.",
    "population.left_out.many": "%(count)s people left out, each whole.",
    "population.nobody": "Nobody can be read: what is wrong is of a whole file, and may be anyone's.",
    "population.kept": "The people without a fault are in %(folder)s.",
    # -- derive
    "population.reading": "people",
    "population.records.one": "%(count)s record written in %(file)s.",
    "population.records.many": "%(count)s records written in %(file)s.",
    "population.why": "Why, row by row: %(file)s; in sentences: sortie population check.",
    # -- refusals
    "population.not_installed": "“%(what)s” is not installed: what counts over a population comes with “pip install sortie[population]”.",
    "population.not_free": "“%(path)s” is not an empty folder: nothing is overwritten; name another one.",
    "population.no_place": "“%(path)s” cannot be written: its folder is not there, or it is itself a folder.",
    "population.not_a_count": "%(option)s: “%(read)s” is not a whole number, from 1.",
    "population.out_of_order": "%(file)s, row %(row)s, column %(column)s: “%(read)s” does not stand in the order of the persons, or is no one of theirs; people are read in parts only in that order. “sortie population check FOLDER -o GOOD” writes the tables in order.",
    "population.out_of_order.whole": "%(file)s, column %(column)s: “%(read)s” comes twice, or is empty; “sortie population check” says where.",
    "population.not_in_columns": "%(folder)s: not all its tables are in Parquet. “sortie population check %(folder)s -o GOOD” writes them so.",
    "population.other_records": "%(path)s was made from other tables, or by another version of the program: make it again with “sortie population derive”.",
}
