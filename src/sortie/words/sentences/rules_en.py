"""What each rule says when it is met and when it is not, in English: whole sentences."""

MET_OR_NOT: dict[str, tuple[str, str]] = {
    "fr.application.no_bar_running": (
        "No bar on asking again is running.",
        "A bar on asking again is still running."),
    "fr.application.none_pending": (
        "No other application is pending.",
        "Another application is already pending."),
    "fr.authority.first_leave": (
        "The judge has not allowed any leave yet.",
        "The judge has already allowed a leave."),
    "fr.authority.enforcement_judge": (
        "The sentenced person comes under the sentence enforcement judge.",
        "The person does not come under the sentence enforcement judge."),
    "fr.authority.head_of_prison": (
        "The judge has not kept the head of the prison out.",
        "The judge has kept the next leaves for themselves."),
    "fr.authority.head_of_prison.statute": (
        "The judge has allowed a first leave to an adult.",
        "The judge has not allowed any leave yet."),
    "fr.authority.interregional": (
        "The interregional judge may take the case (organised crime).",
        "The interregional judge may not take the case."),
    "fr.authority.interregional.exclusive": (
        ("The interregional judge alone may take the case: a specialised interregional court "
        "passed the sentence."),
        "The interregional judge is not alone in taking the case."),
    "fr.authority.investigating_judge": (
        "The person is on remand: the investigating judge decides while the inquiry lasts.",
        "The person is not on remand: the investigating judge does not decide."),
    "fr.authority.paris_organised_crime": (
        "The Paris judge may take the case (organised crime).",
        "The Paris judge may not take the case."),
    "fr.authority.paris_organised_crime.exclusive": (
        "The Paris judge alone may take the case: a court of that judge passed the sentence.",
        "The Paris judge is not alone in taking the case."),
    "fr.authority.paris_terrorism": (
        "The Paris judge may take the case (terrorism).",
        "The Paris judge may not take the case."),
    "fr.authority.paris_terrorism.exclusive": (
        "The Paris judge alone may take the case: a court of that judge passed the sentence.",
        "The Paris judge is not alone in taking the case."),
    "fr.authority.prosecutor": (
        "The conviction is not final: the public prosecutor decides outside an inquiry.",
        "The conviction is final: the public prosecutor does not decide."),
    "fr.escorted_leave.convicted": (
        "Any sentenced person may be allowed out under escort.",
        "The person has not been finally sentenced."),
    "fr.escorted_leave.not_convicted": (
        "Any person on remand or on appeal may be allowed out under escort.",
        "The person is neither on remand nor on appeal."),
    "fr.expert_report.made_for_application": (
        "The expert report was made for this application.",
        "No expert report was made for this application."),
    "fr.expert_report.recent_and_agreed": (
        "An expert report less than two years old exists, and the public prosecutor accepts it.",
        ("No expert report less than two years old that the public prosecutor accepts is in the "
        "file.")),
    "fr.expert_report.required": (
        "A psychiatric expert report is required first.",
        "No psychiatric expert report is required."),
    "fr.expert_report.waived": (
        "The public prosecutor agrees to do without the report, and the offence allows it.",
        "The public prosecutor cannot or will not do without the report."),
    "fr.leave.before_2016.adapted_sentence_centre.place": (
        "The person is held in an adapted-sentence centre.",
        "The person is not held in an adapted-sentence centre."),
    "fr.leave.before_2016.day.employer": (
        "The purpose is to meet an employer, release being near.",
        "The purpose is not to meet an employer with release near."),
    "fr.leave.before_2016.day.purpose": (
        "The purpose is one of those of the article.",
        "The purpose is not one of those of the article."),
    "fr.leave.before_2016.days_off.days": (
        "Only Saturdays, Sundays, public holidays or days off are asked for.",
        "A day asked for is not a Saturday, a Sunday, a public holiday or a day off."),
    "fr.leave.before_2016.days_off.regime": (
        "The sentence is served under an adjusted regime.",
        "The sentence is not served under an adjusted regime."),
    "fr.leave.before_2016.detention_centre.fraction": (
        "One third of the sentence, or the part that the order may keep, is served.",
        "The part of the sentence required is not served."),
    "fr.leave.before_2016.detention_centre.place": (
        "The person is held in a detention centre.",
        "The person is not held in a detention centre."),
    "fr.leave.days_off.days": (
        "Only Saturdays, Sundays, public holidays or days off are asked for.",
        "A day asked for is not a Saturday, a Sunday, a public holiday or a day off."),
    "fr.leave.days_off.regime": (
        "The sentence is served in semi-liberty, outside placement or electronic monitoring.",
        ("The sentence is not served in semi-liberty, outside placement or electronic "
        "monitoring.")),
    "fr.leave.detention_centre.place": (
        "The person is held in a detention centre or unit.",
        "The person is not held in a detention centre or unit."),
    "fr.leave.detention_centre.short_total": (
        "A total of one year at most exempts from the third.",
        "The total does not exempt from the third."),
    "fr.leave.release_support.place": (
        "The person is held in a release-support structure.",
        "The person is not held in a release-support structure."),
    "fr.leave.short.place": (
        ("The prison is one of those of the article: remand prison, high-security prison, "
        "semi-liberty centre, or juvenile prison for an adult."),
        "The prison is not one of those of the article."),
    "fr.length.five_days": (
        "The absence asked for is five days at most.",
        "The absence asked for is more than five days."),
    "fr.length.one_day": (
        "The absence asked for fits within one day.",
        "The absence asked for does not fit within one day."),
    "fr.length.ten_days_once_a_year": (
        "The absence asked for is ten days at most, once a year.",
        ("The absence asked for is more than ten days, or a long leave was already taken this "
        "year.")),
    "fr.length.three_days": (
        "The absence asked for is three days at most.",
        "The absence asked for is more than three days."),
    "fr.means.funds": (
        "The available funds cover the costs.",
        "The available funds do not cover the costs."),
    "fr.means.lodging": (
        "Lodging is shown, or not needed.",
        "Lodging is not shown."),
    "fr.means.transport": (
        "Transport is shown, or not needed.",
        "Transport is not shown."),
    "fr.minor.old_time": (
        "The time condition for minors is met.",
        "The time condition for minors is not met."),
    "fr.minor.own_conditions": (
        "The conditions for minors apply.",
        "The conditions for adults apply."),
    "fr.modality.dates_by_probation": (
        "The probation service (SPIP) may set the dates.",
        "The probation service (SPIP) may not set the dates."),
    "fr.parole.requires_leave": (
        "Parole was made conditional on leaves.",
        "Parole was not made conditional on leaves."),
    "fr.person.adult": (
        "The person is an adult.",
        "The person is a minor."),
    "fr.place.national_territory": (
        "The leave stays within the national territory.",
        "The leave does not stay within the national territory."),
    "fr.purpose.admissible": (
        "An adjustment of the sentence is within the person's reach.",
        "No adjustment of the sentence is within the person's reach."),
    "fr.purpose.court": (
        "The person is summoned by a court, and no video link is possible.",
        "The purpose is not a court summons without a video link."),
    "fr.purpose.day": (
        "The purpose is an exam, care, culture or sport, or voting.",
        "The purpose is neither an exam, nor care, nor culture or sport, nor voting."),
    "fr.purpose.employer_or_training": (
        "The purpose is to meet an employer or a training body.",
        "The purpose is not to meet an employer or a training body."),
    "fr.purpose.family_event": (
        "The purpose is a grave illness or a death in the family, or a birth.",
        "The purpose is not a family event."),
    "fr.purpose.obligation": (
        "The purpose is an obligation that requires presence, without representation possible.",
        "The purpose is not an obligation that requires presence."),
    "fr.purpose.soon_releasable": (
        "The person is soon releasable.",
        "The person is not soon releasable."),
    "fr.purpose.ties_or_reintegration": (
        "The purpose is family ties or reintegration.",
        "The purpose is neither family ties nor reintegration."),
    "fr.recidivist.two_thirds_wanting": (
        "The person is a recidivist and two thirds of the sentence are not served.",
        "Recidivism delays nothing, or two thirds of the sentence are served."),
    "fr.reform.organised_crime_units": (
        "The announced law closes leave in this unit.",
        "The announced law on organised-crime units does not apply."),
    "fr.security_period.none_running": (
        "No security period is running.",
        "A security period is running."),
    "fr.sentence.running": (
        "The sentence is being served in custody.",
        "The sentence is not being served."),
    "fr.served.half": (
        "Half of the sentence is served.",
        "Half of the sentence is not served."),
    "fr.served.little_left": (
        "Less than three years remain to be served.",
        "Three years or more remain to be served."),
    "fr.served.third": (
        "One third of the sentence is served.",
        "One third of the sentence is not served."),
    "fr.served.two_thirds": (
        "Two thirds of the sentence are served.",
        "Two thirds of the sentence are not served."),
    "fr.status.convicted": (
        "The conviction is final.",
        "The conviction is not final."),
    "fr.territory_ban.no_bar": (
        "No territory ban stands in the way.",
        "A territory ban stands in the way."),
    "fr.total.five_years_at_most": (
        "The sentences do not exceed five years in all.",
        "The sentences exceed five years in all."),
    "fr.total.one_year_at_most": (
        "The sentences do not exceed one year in all.",
        "The sentences exceed one year in all."),
}  # fmt: skip
