# ruff: noqa: E501 (one sentence, one line)
"""Serving the pages, in English."""

SENTENCES: dict[str, str] = {
    "help.web": "opens the office in a browser",
    "help.web.host": "the address to listen on; without it, 127.0.0.1, this machine only",
    "help.web.port": "the port to listen on; without it, 8000",
    "help.web.processes": "the number of processes; without it, one, which is enough for SQLite",
    "help.web.administrator": "opens the account of an administrator, says the code to hand over, and stops",
    "help.web.demonstration": "shows the invented court and prisons, kept in this folder; without a folder, .demonstration",
    "help.web.check": "asks for the first page once, says whether it opens, and stops",
    "web.building": "The demonstration is being made for the day; it takes less than a minute.",
    "web.built": "%(done)s acts played of %(all)s",
    "web.opens": "The first page opens (%(address)s, %(size)s bytes). The check stops there.",
    "web.does_not_open": "The first page does not open: %(why)s.",
    "web.two_stores": "A demonstration has a database of its own, in its folder. Give --demonstration or --database, not both.",
    "web.demonstration_served": "The demonstration kept in “%(path)s” must be made anew, and another server still shows it. Stop that one first.",
    "web.hand_over": "Code for %(email)s: %(code)s. It serves once, within a week, on the page of the first time.",
    "web.bad_email": "“%(email)s” is not an e-mail address.",
    "web.listening": "The office is open: %(address)s",
    "web.stop": "To stop it: Ctrl+C.",
    "web.bad_port": "%(option)s: “%(read)s” is not a number from 1 to %(most)s.",
    "web.taken": "Port %(port)s of %(host)s is already taken. Stop the other server, or give --port.",
    "web.secret": "The secret of the site cannot be kept in “%(path)s”. Make that folder or let it be written, or give the secret by SORTIE_SECRET.",
    "web.skin_unknown": "“%(skin)s” is not a skin. SORTIE_SKIN takes: %(known)s. Without it, it is “neutral”.",
    "web.skin_missing": "The skin “%(skin)s” is not installed: its files come in a package of their own. Install the extra “%(extra)s” of sortie, or remove SORTIE_SKIN.",
    "web.logo_elsewhere": "“%(address)s” is not an address of this site. SORTIE_SKIN_LOGO begins with one slash: no page asks anything of another site.",
}
