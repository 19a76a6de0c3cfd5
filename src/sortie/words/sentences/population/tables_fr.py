# ruff: noqa: E501 (one sentence, one line)
"""The tables of people and their records, in French."""

SENTENCES: dict[str, str] = {
    # -- help
    "help.population": "le droit pour beaucoup de personnes : leurs tables, leurs fiches",
    "help.population.check": "nomme toutes les fautes des tables d'un dossier, ligne par ligne ; écrit à part les personnes sans faute",
    "help.population.derive": "fait les fiches que lisent les règles, à partir de tables en Parquet",
    "help.population.folder": "un dossier de tables : CSV, XLSX ou Parquet, avec son tables.yaml",
    "help.population.tables": "un dossier de tables en Parquet, dans l'ordre des personnes ; population check -o en écrit un",
    "help.population.good": "écrit les personnes sans faute dans ce dossier, en tables Parquet",
    "help.population.records": "le fichier de fiches à écrire (Parquet)",
    "help.population.processes": "le nombre de processus ; sans lui, autant que de cœurs",
    # -- check
    "population.no_fault": "%(folder)s : aucune faute.",
    "population.faults.one": "%(count)s faute.",
    "population.faults.many": "%(count)s fautes.",
    "population.people.one": "%(count)s personne sans faute.",
    "population.people.many": "%(count)s personnes sans faute.",
    "population.left_out.one": "%(count)s personne laissée de côté, tout entière.",
    "population.left_out.many": "%(count)s personnes laissées de côté, chacune tout entière.",
    "population.nobody": "Personne ne peut être lu : la faute est celle d'un fichier entier, et peut toucher chacun.",
    "population.kept": "Les personnes sans faute sont dans %(folder)s.",
    # -- derive
    "population.reading": "personnes",
    "population.records.one": "%(count)s fiche écrite dans %(file)s.",
    "population.records.many": "%(count)s fiches écrites dans %(file)s.",
    "population.why": "Pourquoi, ligne par ligne : %(file)s ; en phrases : sortie population check.",
    # -- refusals
    "population.not_installed": "« %(what)s » n'est pas installé : ce qui compte sur une population s'installe par « pip install sortie[population] ».",
    "population.not_free": "« %(path)s » n'est pas un dossier vide : rien n'est écrasé ; nommez-en un autre.",
    "population.no_place": "« %(path)s » ne peut pas être écrit : son dossier n'existe pas, ou c'est lui-même un dossier.",
    "population.not_a_count": "%(option)s : « %(read)s » n'est pas un nombre entier, à partir de 1.",
    "population.out_of_order": "%(file)s, ligne %(row)s, colonne %(column)s : « %(read)s » n'est pas à sa place dans l'ordre des personnes, ou n'est aucune d'elles ; on ne lit par morceaux que dans cet ordre. « sortie population check DOSSIER -o BONNES » écrit les tables dans l'ordre.",
    "population.out_of_order.whole": "%(file)s, colonne %(column)s : « %(read)s » vient deux fois, ou est vide ; « sortie population check » dit où.",
    "population.not_in_columns": "%(folder)s : ses tables ne sont pas toutes en Parquet. « sortie population check %(folder)s -o BONNES » les écrit ainsi.",
    "population.other_records": "%(path)s a été fait d'autres tables, ou par une autre version du programme : refaites-le par « sortie population derive ».",
}
