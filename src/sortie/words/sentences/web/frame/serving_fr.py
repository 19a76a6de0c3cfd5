# ruff: noqa: E501 (one sentence, one line)
"""Le service des pages, en français (serving the pages, in French)."""

SENTENCES: dict[str, str] = {
    "help.web": "ouvre le greffe dans un navigateur",
    "help.web.host": "l'adresse où écouter ; sans elle, 127.0.0.1, cette machine seulement",
    "help.web.port": "le port où écouter ; sans lui, 8000",
    "help.web.processes": "le nombre de processus ; sans lui, un seul, ce qui suffit à SQLite",
    "help.web.administrator": "ouvre le compte d'un administrateur, dit le code à lui remettre, et s'arrête",
    "web.hand_over": "Code pour %(email)s : %(code)s. Il sert une fois, dans la semaine, à la page de la première connexion.",
    "web.bad_email": "« %(email)s » n'est pas une adresse électronique.",
    "web.listening": "Le greffe est ouvert : %(address)s",
    "web.stop": "Pour l'arrêter : Ctrl+C.",
    "web.bad_port": "%(option)s : « %(read)s » n'est pas un nombre de 1 à %(most)s.",
    "web.taken": "Le port %(port)s de %(host)s est déjà pris. Arrêtez l'autre serveur, ou donnez --port.",
    "web.secret": "Le secret du site ne peut pas être gardé dans « %(path)s ». Créez ce dossier ou ouvrez-le en écriture, ou donnez le secret par SORTIE_SECRET.",
}
