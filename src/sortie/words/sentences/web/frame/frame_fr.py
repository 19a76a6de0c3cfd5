# ruff: noqa: E501 (one sentence, one line)
"""Ce que disent toutes les pages, en français (what every page says, in French)."""

SENTENCES: dict[str, str] = {
    "frame.name": "Sortie",
    "frame.skip": "Aller au contenu",
    "frame.quick": "Accès rapide",
    "frame.recalls": "Sortie rappelle les textes et les délais ; il ne décide de rien.",
    "frame.menu": "Menu",
    "frame.foot": "Logiciel libre, sans lien avec un service de l'État. Il rappelle les textes et les délais ; il ne décide de rien.",
    "frame.case": "dossier %(case)s",
    "frame.committal": "écrou %(number)s",
    "left.none": "aucun délai",
    # -- le menu
    "page.my_day": "Ma journée",
    # -- ce qui vient d'être fait
    "receipt.done": "C'est enregistré.",
    "receipt.case": "Dossier %(case)s, événement %(number)s : %(state)s.",
    "receipt.key": "Le %(at)s, clé %(command)s",
    # -- quand aucune page ne peut être montrée
    "plain.home": "Revenir à ma journée",
    "plain.not_found.title": "Rien à cette adresse",
    "plain.not_found.text": "Cette page n'existe pas, ou elle ne vous est pas ouverte. Vérifiez l'adresse, ou repartez de votre journée.",
    "plain.forbidden.title": "Cet acte ne vous est pas ouvert",
    "plain.forbidden.text": "Rien n'a été fait. Si cet acte vous revient, adressez-vous à l'administrateur de votre établissement ou de votre juridiction.",
    "plain.bad_request.title": "La demande ne se lit pas",
    "plain.bad_request.text": "Rien n'a été fait. Revenez à la page d'avant, et recommencez.",
    "plain.broken.title": "Le programme a échoué",
    "plain.broken.text": "Ce n'est pas de votre fait. Ce que vous aviez tapé est gardé s'il était enregistré comme brouillon. Recommencez dans un instant ; si cela dure, prévenez l'administrateur.",
    "plain.stale_form.title": "Ce formulaire n'est plus reconnu",
    "plain.stale_form.text": "Rien n'a été fait. Il a été ouvert il y a trop longtemps, ou dans un navigateur qui refuse les témoins de connexion. Revenez à la page, et envoyez-le de nouveau.",
    "plain.sign_in_first.title": "Il faut se connecter",
    "plain.sign_in_first.text": "Cette page n'est ouverte qu'aux personnes connectées.",
    "plain.refused.title": "L'office refuse",
    "plain.refused.text": "Rien n'a été fait. Voici ce qui s'y oppose.",
    "plain.out_of_order.title": "Le service est interrompu",
    "plain.out_of_order.text": "Rien de ce qui était enregistré n'est perdu. Recommencez dans un instant ; si cela dure, prévenez l'administrateur.",
    # -- une consultation dont la loi veut la raison
    "reason.title": "Dites pourquoi vous ouvrez ceci",
    "reason.text": "La loi demande qu'une raison soit écrite pour cette consultation. Elle est gardée avec votre nom et l'heure.",
    "reason.label": "La raison de cette consultation",
    "reason.open": "Ouvrir",
}
