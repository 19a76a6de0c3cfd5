# ruff: noqa: E501 (one sentence, one line)
"""Le service des pages, en français (serving the pages, in French)."""

SENTENCES: dict[str, str] = {
    "help.web": "ouvre le greffe dans un navigateur",
    "help.web.host": "l'adresse où écouter ; sans elle, 127.0.0.1, cette machine seulement",
    "help.web.port": "le port où écouter ; sans lui, 8000",
    "help.web.processes": "le nombre de processus ; sans lui, un seul, ce qui suffit à SQLite",
    "web.listening": "Le greffe est ouvert : %(address)s",
    "web.stop": "Pour l'arrêter : Ctrl+C.",
    "web.bad_port": "%(option)s : « %(read)s » n'est pas un nombre de 1 à %(most)s.",
    "web.taken": "Le port %(port)s de %(host)s est déjà pris. Arrêtez l'autre serveur, ou donnez --port.",
    "web.secret": "Le secret du site ne peut pas être gardé dans « %(path)s ». Créez ce dossier ou ouvrez-le en écriture, ou donnez le secret par SORTIE_SECRET.",
}
