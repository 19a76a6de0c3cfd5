# ruff: noqa: E501 (one sentence, one line)
"""Ma journée, en français (my day, in French)."""

SENTENCES: dict[str, str] = {
    "my_day.title": "Ma journée",
    "my_day.at": "À l'instant du %(at)s.",
    "my_day.watched": "À surveiller",
    "my_day.watched.none": "Rien ne menace aujourd'hui dans vos dossiers.",
    "my_day.tasks": "Ce qui vous attend",
    "my_day.tasks.none": "Aucun dossier n'attend d'acte de votre part.",
    "my_day.cut": "Seuls les %(n)s dossiers les plus pressés sont montrés ici. Les autres sont dans les listes.",
    "my_day.before": "Délai jusqu'au %(at)s.",
    "my_day.column.left": "Temps",
    "my_day.column.what": "Ce qui se passe",
    "my_day.column.act": "Acte",
    "my_day.column.person": "Personne",
    "my_day.column.state": "Dossier",
    # -- ce qui va mal tourner si personne ne bouge
    "danger.overdue": "N'est pas rentrée : le retour était fixé au %(at)s.",
    "danger.out": "Dehors : le retour est fixé au %(at)s.",
    "danger.to_notify": "Accordée et pas encore notifiée à : %(roles)s.",
    "danger.opinion": "L'avis de la commission sera réputé donné, sans lui, après le %(at)s.",
    "danger.answer": "Le temps de répondre s'achève le %(at)s.",
    "danger.unseen.one": "Vous n'avez pas accusé réception de %(n)s fait à voir.",
    "danger.unseen.many": "Vous n'avez pas accusé réception de %(n)s faits à voir.",
}
