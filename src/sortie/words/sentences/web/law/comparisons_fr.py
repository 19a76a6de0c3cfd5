# ruff: noqa: E501 (one sentence, one line)
"""Les pages des comparaisons, en français (the pages of comparisons, in French)."""

SENTENCES: dict[str, str] = {
    "comparisons.title": "Les lois comparées sur beaucoup de personnes",
    "comparisons.lead": "Qui gagnerait des jours où une permission est ouverte, qui en perdrait, et par quelle règle : compté sur toute une population, les petits nombres cachés. Personne n'y est nommé, et il n'y a jamais de chiffre par juge, par procureur ni par établissement.",
    "comparisons.none": "Aucune comparaison n'est encore gardée ici.",
    "comparisons.none_of": "Aucune comparaison de cette réforme n'est gardée ici.",
    "comparisons.compare.kept.none": "Aucune comparaison « %(name)s » n'est gardée ici.",
    "comparisons.compare.kept.unread": "La comparaison « %(name)s » ne peut pas être lue par cette version du logiciel : il faut la refaire.",
    "comparisons.compare.kept.threshold": "La comparaison « %(name)s » cache trop peu pour être montrée : il faut la refaire, sans --threshold.",
    "comparisons.unread.one": "Un fichier du dossier n'est pas montré, parce qu'il est illisible ou cache trop peu : %(files)s. Il faut le refaire.",
    "comparisons.unread.many": "%(n)s fichiers du dossier ne sont pas montrés, parce qu'ils sont illisibles ou cachent trop peu : %(files)s. Il faut les refaire.",
    "comparisons.column.law": "Loi comparée",
    "comparisons.column.against": "Avec",
    "comparisons.column.people": "Personnes",
    "comparisons.column.period": "Jours comparés",
    "comparisons.column.made_on": "Comptée le",
    "comparisons.synthetic": "population synthétique",
    # -- how one is made
    "comparisons.make": "Pour faire une comparaison",
    "comparisons.make.text": "Les deux lois sont posées à toute une population : cela prend des minutes et de la mémoire, et aucune page ne le fait jamais. Qui tient ce site tape, sur une machine qui a les tables :",
    "comparisons.make.where": "Les pages montrent ce qui est dans le dossier que désigne SORTIE_COMPARISONS ; sans cela, le dossier « comparisons » à côté de la base. Les mêmes personnes sous les deux mêmes lois sont gardées une fois : la dernière comparaison remplace la précédente, pour que personne ne puisse soustraire l'une de l'autre.",
    # -- one comparison
    "comparisons.back": "Toutes les comparaisons",
    "comparisons.made_on": "Comptée le %(day)s, et gardée depuis telle qu'elle fut comptée : la loi a pu changer depuis, ces nombres non.",
    "comparisons.undrawn": "Cette comparaison est gardée sans dessins. Chaque table dit ce que dirait son dessin.",
    "comparisons.figures": "Les figures",
    "comparisons.alt": "%(title)s. Les mêmes nombres sont dans la table qui suit.",
    "comparisons.drawn": "Dessin : %(title)s",
    "comparisons.drawing": "Ce dessin seul (SVG)",
    "comparisons.table": "Table : %(title)s",
    "comparisons.taken": "À emporter",
    "comparisons.taken.report": "Le rapport en un seul fichier (HTML)",
    "comparisons.taken.data": "Tous les nombres communiqués (JSON)",
}
