# ruff: noqa: E501 (one sentence, one line)
"""Le service des pages, en français (serving the pages, in French)."""

SENTENCES: dict[str, str] = {
    "help.web": "ouvre le greffe dans un navigateur",
    "help.web.host": "l'adresse où écouter ; sans elle, 127.0.0.1, cette machine seulement",
    "help.web.port": "le port où écouter ; sans lui, 8000",
    "help.web.processes": "le nombre de processus ; sans lui, un seul, ce qui suffit à SQLite",
    "help.web.administrator": "ouvre le compte d'un administrateur, dit le code à lui remettre, et s'arrête",
    "help.web.demonstration": "montre le tribunal et les prisons inventés, gardés dans ce dossier ; sans dossier, .demonstration",
    "help.web.check": "demande la première page une fois, dit si elle s'ouvre, et s'arrête",
    "web.building": "La démonstration se prépare pour la journée ; cela prend moins d'une minute.",
    "web.built": "%(done)s actes joués sur %(all)s",
    "web.opens": "La première page s'ouvre (%(address)s, %(size)s octets). L'essai s'arrête là.",
    "web.does_not_open": "La première page ne s'ouvre pas : %(why)s.",
    "web.two_stores": "Une démonstration a une base à elle, dans son dossier. Donnez --demonstration ou --database, pas les deux.",
    "web.demonstration_served": "La démonstration gardée dans « %(path)s » doit être refaite, et un autre serveur la montre encore. Arrêtez-le d'abord.",
    "web.hand_over": "Code pour %(email)s : %(code)s. Il sert une fois, dans la semaine, à la page de la première connexion.",
    "web.bad_email": "« %(email)s » n'est pas une adresse électronique.",
    "web.listening": "Le greffe est ouvert : %(address)s",
    "web.stop": "Pour l'arrêter : Ctrl+C.",
    "web.bad_port": "%(option)s : « %(read)s » n'est pas un nombre de 1 à %(most)s.",
    "web.taken": "Le port %(port)s de %(host)s est déjà pris. Arrêtez l'autre serveur, ou donnez --port.",
    "web.secret": "Le secret du site ne peut pas être gardé dans « %(path)s ». Créez ce dossier ou ouvrez-le en écriture, ou donnez le secret par SORTIE_SECRET.",
    "web.skin_unknown": "« %(skin)s » n'est pas un habillage. SORTIE_SKIN accepte : %(known)s. Sans elle, c'est « neutral ».",
    "web.skin_missing": "L'habillage « %(skin)s » n'est pas installé : ses fichiers viennent d'un paquet à part. Installez l'option « %(extra)s » de sortie, ou retirez SORTIE_SKIN.",
    "web.logo_elsewhere": "« %(address)s » n'est pas une adresse de ce site. SORTIE_SKIN_LOGO commence par une seule barre oblique : aucune page ne demande rien ailleurs.",
}
