# ruff: noqa: E501 (one sentence, one line)
"""Les scripts de dossier, en français (the scripts of a case, in French)."""

SENTENCES: dict[str, str] = {
    "run.title": "%(title)s",
    "run.step": "%(number)s  %(at)s  %(what)s",
    "run.looks": "regarde",
    "run.on": "%(verb)s : %(on)s",
    "run.refused": "refusé, comme attendu : %(codes)s",
    "run.difference": "étape %(step)s, ligne %(line)s, %(path)s : attendu %(expected)s, trouvé %(found)s",
    "run.good": "Le script tient : chaque étape est ce qu'il dit.",
    "run.bad.one": "%(count)s différence.",
    "run.bad.many": "%(count)s différences.",
    "run.where": "%(file)s, ligne %(line)s, « %(path)s »",
    "run.where.file": "%(file)s, « %(path)s »",
    "script.unreadable": "%(where)s : le texte ne se lit pas (%(read)s) ; il faut du YAML (%(expected)s).",
    "script.no_such_file": "%(where)s : le fichier « %(read)s » n'existe pas ; il faut %(expected)s.",
    "script.begins_with_itself": "%(where)s : le script « %(read)s » commence par lui-même ; donnez-en un autre.",
    "script.wrong_format": "%(where)s : « %(read)s » n'est pas un format connu ; il faut %(expected)s.",
    "script.wrong_type": "%(where)s : « %(read)s » n'a pas la forme attendue ; il faut %(expected)s.",
    "script.unknown_key": "%(where)s : la clé « %(read)s » n'est pas connue ; il faut l'une de : %(expected)s.",
    "script.key_twice": "%(where)s : la clé « %(read)s » est donnée deux fois ; gardez la bonne (%(expected)s).",
    "script.key_missing": "%(where)s : la clé « %(expected)s » manque (lu : « %(read)s ») ; ajoutez-la.",
    "script.not_in_list": "%(where)s : « %(read)s » n'est pas un mot de la liste ; il faut l'un de : %(expected)s.",
    "script.no_such_name": "%(where)s : rien ne porte le nom « %(read)s » ; il faut l'un de : %(expected)s.",
    "script.no_such_hour": "%(where)s : l'heure « %(read)s » n'existe pas ce jour-là, ou vient deux fois ; écrivez-la avec son décalage (%(expected)s).",
    "script.back_in_time": "%(where)s : l'étape du « %(read)s » précède celle d'avant ; il faut %(expected)s ou plus tard.",
    "script.case_file": "%(where)s : la situation de la personne a une faute, « %(read)s » ; il faut %(expected)s.",
}
