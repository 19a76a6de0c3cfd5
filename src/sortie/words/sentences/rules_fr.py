"""What each rule says when it is met and when it is not, in French: whole sentences.

The rule's own sentence states the condition; these state the fact found.
"""

MET_OR_NOT: dict[str, tuple[str, str]] = {
    "fr.application.no_bar_running": (
        "Aucune interdiction de redemander ne court.",
        "Une interdiction de redemander court encore."),
    "fr.application.none_pending": (
        "Aucune demande n'est déjà en cours d'examen.",
        "Une demande est déjà en cours d'examen."),
    "fr.authority.first_leave": (
        "Le juge n'a encore accordé aucune permission.",
        "Le juge a déjà accordé une permission."),
    "fr.authority.enforcement_judge": (
        "La personne condamnée relève du juge de l'application des peines.",
        "La personne ne relève pas du juge de l'application des peines."),
    "fr.authority.head_of_prison": (
        "Le juge n'a pas écarté le chef d'établissement.",
        "Le juge s'est réservé les permissions suivantes."),
    "fr.authority.head_of_prison.statute": (
        "Le juge a accordé une première permission à une personne majeure.",
        "Le juge n'a encore accordé aucune permission."),
    "fr.authority.interregional": (
        "Le juge du ressort interrégional peut connaître de la peine (criminalité organisée).",
        "Le juge du ressort interrégional ne peut pas connaître de la peine."),
    "fr.authority.interregional.exclusive": (
        ("Le juge du ressort interrégional est seul compétent : une juridiction interrégionale "
        "spécialisée a prononcé la peine."),
        "Le juge du ressort interrégional n'est pas seul compétent."),
    "fr.authority.investigating_judge": (
        "La personne est prévenue : le juge d'instruction décide tant que l'information dure.",
        "La personne n'est pas prévenue : le juge d'instruction ne décide pas."),
    "fr.authority.paris_organised_crime": (
        "Le juge de Paris peut connaître de la peine (criminalité organisée).",
        "Le juge de Paris ne peut pas connaître de la peine."),
    "fr.authority.paris_organised_crime.exclusive": (
        "Le juge de Paris est seul compétent : sa juridiction a prononcé la peine.",
        "Le juge de Paris n'est pas seul compétent."),
    "fr.authority.paris_terrorism": (
        "Le juge de Paris peut connaître de la peine (terrorisme).",
        "Le juge de Paris ne peut pas connaître de la peine."),
    "fr.authority.paris_terrorism.exclusive": (
        "Le juge de Paris est seul compétent : sa juridiction a prononcé la peine.",
        "Le juge de Paris n'est pas seul compétent."),
    "fr.authority.prosecutor": (
        "La condamnation n'est pas définitive : le ministère public décide hors information.",
        "La condamnation est définitive : le ministère public ne décide pas."),
    "fr.escorted_leave.convicted": (
        "Toute personne condamnée peut être autorisée à sortir sous escorte.",
        "La personne n'est pas condamnée définitivement."),
    "fr.escorted_leave.not_convicted": (
        "Toute personne prévenue ou appelante peut être autorisée à sortir sous escorte.",
        "La personne n'est ni prévenue ni appelante."),
    "fr.expert_report.made_for_application": (
        "L'expertise a été faite pour cette demande.",
        "Aucune expertise n'a été faite pour cette demande."),
    "fr.expert_report.recent_and_agreed": (
        "Une expertise de moins de deux ans existe et le parquet s'en contente.",
        "Aucune expertise de moins de deux ans dont le parquet se contente n'est versée."),
    "fr.expert_report.required": (
        "Une expertise psychiatrique préalable est requise.",
        "Aucune expertise psychiatrique préalable n'est requise."),
    "fr.expert_report.waived": (
        "Le parquet consent à se passer de l'expertise, et l'infraction le permet.",
        "Le parquet ne peut ou ne veut pas se passer de l'expertise."),
    "fr.leave.before_2016.adapted_sentence_centre.place": (
        "La personne est en centre pour peines aménagées.",
        "La personne n'est pas en centre pour peines aménagées."),
    "fr.leave.before_2016.day.employer": (
        "Le motif est la présentation à un employeur, la sortie étant proche.",
        "Le motif n'est pas la présentation à un employeur avant une sortie proche."),
    "fr.leave.before_2016.day.purpose": (
        "Le motif est l'un de ceux de l'article.",
        "Le motif n'est pas l'un de ceux de l'article."),
    "fr.leave.before_2016.days_off.days": (
        "La demande ne porte que sur des samedis, dimanches, jours fériés ou chômés.",
        "La demande touche un jour qui n'est ni samedi, ni dimanche, ni férié, ni chômé."),
    "fr.leave.before_2016.days_off.regime": (
        "La peine s'exécute sous un régime aménagé.",
        "La peine ne s'exécute pas sous un régime aménagé."),
    "fr.leave.before_2016.detention_centre.fraction": (
        "Le tiers de la peine est exécuté, ou la part que l'ordonnance peut conserver.",
        "La part de peine exigée n'est pas exécutée."),
    "fr.leave.before_2016.detention_centre.place": (
        "La personne est en centre de détention.",
        "La personne n'est pas en centre de détention."),
    "fr.leave.days_off.days": (
        "La demande ne porte que sur des samedis, dimanches, jours fériés ou chômés.",
        "La demande touche un jour qui n'est ni samedi, ni dimanche, ni férié, ni chômé."),
    "fr.leave.days_off.regime": (
        "La peine s'exécute en semi-liberté, à l'extérieur ou sous surveillance électronique.",
        ("La peine ne s'exécute ni en semi-liberté, ni à l'extérieur, ni sous surveillance "
        "électronique.")),
    "fr.leave.detention_centre.place": (
        "La personne est en centre ou quartier de détention.",
        "La personne n'est pas en centre ou quartier de détention."),
    "fr.leave.detention_centre.short_total": (
        "Le total d'un an au plus dispense du tiers.",
        "Le total ne dispense pas du tiers."),
    "fr.leave.release_support.place": (
        "La personne est en structure d'accompagnement vers la sortie.",
        "La personne n'est pas en structure d'accompagnement vers la sortie."),
    "fr.leave.short.place": (
        ("L'établissement est de ceux de l'article : maison d'arrêt, maison centrale, centre de "
        "semi-liberté, ou établissement pour mineurs pour une personne majeure."),
        "L'établissement n'est pas de ceux de l'article."),
    "fr.length.five_days": (
        "L'absence demandée n'excède pas cinq jours.",
        "L'absence demandée excède cinq jours."),
    "fr.length.one_day": (
        "L'absence demandée tient dans une journée.",
        "L'absence demandée ne tient pas dans une journée."),
    "fr.length.ten_days_once_a_year": (
        "L'absence demandée n'excède pas dix jours, une fois par an.",
        ("L'absence demandée excède dix jours, ou une longue permission a déjà été prise dans "
        "l'année.")),
    "fr.length.three_days": (
        "L'absence demandée n'excède pas trois jours.",
        "L'absence demandée excède trois jours."),
    "fr.means.funds": (
        "La part disponible du compte suffit aux frais.",
        "La part disponible du compte ne suffit pas aux frais."),
    "fr.means.lodging": (
        "L'hébergement est justifié, ou inutile.",
        "L'hébergement n'est pas justifié."),
    "fr.means.transport": (
        "Le transport est justifié, ou inutile.",
        "Le transport n'est pas justifié."),
    "fr.minor.old_time": (
        "La condition de temps propre aux mineurs est remplie.",
        "La condition de temps propre aux mineurs n'est pas remplie."),
    "fr.minor.own_conditions": (
        "Les conditions propres aux mineurs s'appliquent.",
        "Les conditions des majeurs s'appliquent."),
    "fr.modality.dates_by_probation": (
        "Le service pénitentiaire d'insertion et de probation peut fixer les dates.",
        "Le service pénitentiaire d'insertion et de probation ne peut pas fixer les dates."),
    "fr.parole.requires_leave": (
        "La libération conditionnelle est subordonnée à des permissions de sortir.",
        "La libération conditionnelle n'est pas subordonnée à des permissions de sortir."),
    "fr.person.adult": (
        "La personne est majeure.",
        "La personne est mineure."),
    "fr.place.national_territory": (
        "La permission se déroule sur le territoire national.",
        "La permission ne se déroule pas toute sur le territoire national."),
    "fr.purpose.admissible": (
        "La personne est susceptible d'être admise à un aménagement de peine.",
        "La personne n'est pas susceptible d'être admise à un aménagement de peine."),
    "fr.purpose.court": (
        "La personne est convoquée en justice, sans visioconférence possible.",
        "Le motif n'est pas une convocation en justice sans visioconférence possible."),
    "fr.purpose.day": (
        "Le motif est un examen, des soins, une activité culturelle ou sportive, ou le vote.",
        ("Le motif n'est ni un examen, ni des soins, ni une activité culturelle ou sportive, ni "
        "le vote.")),
    "fr.purpose.employer_or_training": (
        "Le motif est la présentation à un employeur ou à un organisme de formation.",
        "Le motif n'est pas la présentation à un employeur ou à un organisme de formation."),
    "fr.purpose.family_event": (
        "Le motif est la maladie grave ou le décès d'un proche, ou une naissance.",
        "Le motif n'est pas un événement familial."),
    "fr.purpose.obligation": (
        "Le motif est une obligation qui exige la présence, sans représentation possible.",
        "Le motif n'est pas une obligation qui exige la présence."),
    "fr.purpose.soon_releasable": (
        "La personne est prochainement libérable.",
        "La personne n'est pas prochainement libérable."),
    "fr.purpose.ties_or_reintegration": (
        "Le motif est le maintien des liens familiaux ou la réinsertion.",
        "Le motif n'est ni le maintien des liens familiaux ni la réinsertion."),
    "fr.recidivist.two_thirds_wanting": (
        "La personne est en récidive et les deux tiers de la peine ne sont pas exécutés.",
        "La récidive ne retarde rien, ou les deux tiers de la peine sont exécutés."),
    "fr.reform.organised_crime_units": (
        "La loi annoncée ferme la permission dans ce quartier.",
        ("La loi annoncée sur les quartiers de lutte contre la criminalité organisée ne "
        "s'applique pas.")),
    "fr.security_period.none_running": (
        "Aucune période de sûreté n'est en cours.",
        "Une période de sûreté est en cours."),
    "fr.sentence.running": (
        "La peine est en cours d'exécution sous écrou.",
        "La peine n'est pas en cours d'exécution."),
    "fr.served.half": (
        "La moitié de la peine est exécutée.",
        "La moitié de la peine n'est pas exécutée."),
    "fr.served.little_left": (
        "Il reste moins de trois ans à subir.",
        "Il reste trois ans ou plus à subir."),
    "fr.served.third": (
        "Le tiers de la peine est exécuté.",
        "Le tiers de la peine n'est pas exécuté."),
    "fr.served.two_thirds": (
        "Les deux tiers de la peine sont exécutés.",
        "Les deux tiers de la peine ne sont pas exécutés."),
    "fr.status.convicted": (
        "La condamnation est définitive.",
        "La condamnation n'est pas définitive."),
    "fr.territory_ban.no_bar": (
        "Aucune interdiction du territoire ne fait obstacle.",
        "Une interdiction du territoire fait obstacle."),
    "fr.total.five_years_at_most": (
        "Les peines n'excèdent pas cinq ans au total.",
        "Les peines excèdent cinq ans au total."),
    "fr.total.one_year_at_most": (
        "Les peines n'excèdent pas un an au total.",
        "Les peines excèdent un an au total."),
}  # fmt: skip
