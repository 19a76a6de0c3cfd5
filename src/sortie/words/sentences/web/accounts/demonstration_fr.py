# ruff: noqa: E501 (one sentence, one line)
"""La première page de la démonstration (the first page of the demonstration, in French)."""

SENTENCES: dict[str, str] = {
    "page.demonstration": "Démonstration",
    "front.title": "Démonstration",
    "front.lead": "Un tribunal, trois prisons, plus de %(people)s personnes et leurs dossiers : tout est inventé. N'écrivez ici rien de réel.",
    "front.clock": "L'horloge d'ici marque le %(at)s. Elle suit celle du monde de 7 h 30 à 18 h, et s'arrête le soir et la nuit. Quand le jour change, « make run » refait tout : ce que vous écrivez dure une journée.",
    "front.acceptance": "Le cas qui sert d'épreuve au programme est aussi ici : une journée chez un employeur, depuis un quartier de lutte contre la criminalité organisée, dont le départ est prévu pour le jour que montre l'horloge. C'est le",
    "front.sign_in": "Se connecter",
    "front.one_click": "Choisissez une fonction : sa session s'ouvre sans rien taper. Cette page reste dans le menu, pour en changer.",
    "front.column.role": "Fonction",
    "front.column.name": "Nom",
    "front.column.email": "Adresse électronique",
    "front.column.code": "Code du téléphone",
    "front.nowhere": "Sans lieu",
    "front.real_door": "Par la vraie porte",
    "front.real_door.text": "Prenez l'adresse d'une ligne, le mot de passe ci-dessous et le code de la même ligne. Un code vaut trente secondes et sert une fois : rechargez la page pour en lire un autre.",
    "front.real_door.go": "Aller à la page de connexion",
    "front.back": "Revenir aux postes de la démonstration",
    "front.weaker": "Ce qui est plus faible ici que dans un vrai greffe",
    "front.weaker.button": "Un bouton ouvre une session sans mot de passe ni second facteur, à quiconque atteint cette page.",
    "front.weaker.password": "Tous les comptes ont le même mot de passe, et il est écrit ici.",
    "front.weaker.code": "Le code du téléphone est montré ici ; dans un vrai greffe, il n'est que dans l'appareil de son titulaire.",
    "front.weaker.keys": "Les clés qui scellent les données sont gardées dans le même dossier qu'elles.",
    "front.weaker.post": "Le courrier part à l'heure dite, mais personne ne le reçoit.",
}
