# ruff: noqa: E501 (one sentence, one line)
"""Les mots de la procédure, en français (the words of procedure, in French)."""

SENTENCES: dict[str, str] = {
    # -- ce que le silence ouvre
    "follows.appeal_president_may_be_seized": "Sans réponse, le condamné peut saisir directement le président de la chambre de l'application des peines.",
    "follows.enforcement_judge_may_be_seized": "Sans réponse, le condamné peut saisir directement le juge de l'application des peines.",
    "follows.deemed_opinion": "Sans avis, l'avis de la commission est réputé donné.",
    "follows.order_is_final": "Sans appel, l'ordonnance est définitive pour cette personne.",
    "follows.appeal_lapsed": "Sans examen, l'appel du parquet est non avenu.",
    "follows.president_may_rule": "Le mois écoulé, le président peut statuer.",
    # -- ce qu'il faut dire
    "duty.release_considered": "qu'une sortie est envisagée",
    "duty.observations_invited": "qu'elle a quinze jours pour écrire",
    "duty.contact_ban": "l'interdiction de contact",
    "duty.opinion": "un avis écrit",
    "duty.order": "l'ordonnance",
    "duty.head_granted": "la permission accordée par le chef d'établissement",
    "duty.head_refused": "que ce refus est sans recours et que le juge peut être saisi",
    "duty.prosecutor_appealed": "l'appel du parquet",
    "duty.leave": "la permission, son lieu et ses heures",
    "duty.incident": "l'incident",
    "duty.brought_back": "la réintégration d'urgence",
    "duty.not_returned": "l'absence de retour",
    "duty.when.before": "avant",
    "duty.when.at_once": "immédiatement",
    "duty.when.then": "ensuite",
    # -- les motifs d'un retrait, le choix d'une date
    "choice.conditions_gone": "les conditions de l'octroi ne sont plus réunies",
    "choice.obligations_breached": "les obligations ne sont pas respectées",
    "choice.misconduct": "mauvaise conduite",
    "choice.new_date": "le président fixe une autre date",
    "choice.left_to_judge": "le juge fixera la date",
    "choice.left_to_probation": "le directeur du service d'insertion et de probation fixera la date",
    # -- les faits qui manquent
    "fact.signed": "si la demande est signée",
    "fact.similar_pending": "si une demande semblable est en cours",
    "fact.urgent": "s'il y a urgence",
    "fact.appearance_ordered": "si la comparution a été ordonnée",
    "fact.in_time": "si l'appel est dans le délai",
    "fact.couple_violence": "si la peine sanctionne des violences au sein du couple",
    "fact.escorted": "si la sortie est sous escorte",
    "fact.wish": "ce que souhaite la victime",
}
