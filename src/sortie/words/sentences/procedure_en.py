# ruff: noqa: E501 (one sentence, one line)
"""The words of procedure, in English."""

SENTENCES: dict[str, str] = {
    # -- what silence opens
    "follows.appeal_president_may_be_seized": "Without an answer, the person may seize the president of the enforcement chamber directly.",
    "follows.enforcement_judge_may_be_seized": "Without an answer, the person may seize the sentence enforcement judge directly.",
    "follows.deemed_opinion": "Without an opinion, the board's opinion is deemed given.",
    "follows.order_is_final": "Without an appeal, the order is final for this person.",
    "follows.appeal_lapsed": "If it is not examined, the prosecutor's appeal is void.",
    "follows.president_may_rule": "Once the month is over, the president may rule.",
    # -- what must be told
    "duty.release_considered": "that a release is considered",
    "duty.observations_invited": "of the fifteen days to write",
    "duty.contact_ban": "of the contact ban",
    "duty.opinion": "a written opinion",
    "duty.order": "of the order",
    "duty.head_granted": "of the leave granted by the head of the prison",
    "duty.head_refused": "that this refusal cannot be appealed and that the judge may be asked",
    "duty.prosecutor_appealed": "of the prosecutor's appeal",
    "duty.leave": "of the leave, its place and its hours",
    "duty.incident": "of the incident",
    "duty.brought_back": "of the urgent return to prison",
    "duty.not_returned": "that the person has not returned",
    "duty.when.before": "before",
    "duty.when.at_once": "at once",
    "duty.when.then": "then",
    # -- the grounds of a withdrawal, the choice of a date
    "choice.conditions_gone": "the conditions of the grant are gone",
    "choice.obligations_breached": "the obligations are not kept",
    "choice.misconduct": "misconduct",
    "choice.new_date": "the president sets another date",
    "choice.left_to_judge": "the judge will set the date",
    "choice.left_to_probation": "the head of the probation service will set the date",
    # -- the facts that are missing
    "fact.signed": "whether the application is signed",
    "fact.similar_pending": "whether a similar application is pending",
    "fact.urgent": "whether it is urgent",
    "fact.appearance_ordered": "whether an appearance was ordered",
    "fact.in_time": "whether the appeal is in time",
    "fact.couple_violence": "whether the sentence is for violence in the couple",
    "fact.escorted": "whether the leave is escorted",
    "fact.wish": "what the victim wishes",
}
