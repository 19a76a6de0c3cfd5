"""My day, in English."""

SENTENCES: dict[str, str] = {
    "my_day.title": "My day",
    "my_day.at": "As of %(at)s.",
    "my_day.watched": "To watch",
    "my_day.watched.none": "Nothing is about to go wrong today in your cases.",
    "my_day.tasks": "What waits for you",
    "my_day.tasks.none": "No case waits for an act of yours.",
    "my_day.cut": "Only the %(n)s most pressing cases are shown here. The others are in the lists.",
    "my_day.before": "Time limit until %(at)s.",
    "my_day.column.left": "Time",
    "my_day.column.what": "What is happening",
    "my_day.column.act": "Act",
    "my_day.column.person": "Person",
    "my_day.column.state": "Case",
    # -- what goes wrong if nobody moves
    "danger.overdue": "Not back: the return was due on %(at)s.",
    "danger.out": "Outside: the return is due on %(at)s.",
    "danger.to_notify": "Granted and not yet notified to: %(roles)s.",
    "danger.opinion": "The board's opinion will be deemed given, without it, after %(at)s.",
    "danger.answer": "The time to answer ends on %(at)s.",
    "danger.unseen.one": "You have not acknowledged %(n)s fact to be seen.",
    "danger.unseen.many": "You have not acknowledged %(n)s facts to be seen.",
}
