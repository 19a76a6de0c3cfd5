# ruff: noqa: E501 (one sentence, one line)
"""The pages of comparisons, in English."""

SENTENCES: dict[str, str] = {
    "comparisons.title": "Laws compared over many people",
    "comparisons.lead": "Who would gain days on which a leave is open, who would lose some, and by which rule: counted over a whole population, the small numbers hidden. Nobody is named there, and there is never a figure per judge, per prosecutor or per prison.",
    "comparisons.none": "No comparison is kept here yet.",
    "comparisons.none_of": "No comparison of this reform is kept here.",
    "comparisons.compare.kept.none": "No comparison “%(name)s” is kept here.",
    "comparisons.compare.kept.unread": "The comparison “%(name)s” cannot be read by this version of the program: it must be made again.",
    "comparisons.compare.kept.threshold": "The comparison “%(name)s” hides too little to be shown: it must be made again, without --threshold.",
    "comparisons.unread.one": "A file of the folder is not shown, being unreadable or hiding too little: %(files)s. It must be made again.",
    "comparisons.unread.many": "%(n)s files of the folder are not shown, being unreadable or hiding too little: %(files)s. They must be made again.",
    "comparisons.column.law": "Law compared",
    "comparisons.column.against": "With",
    "comparisons.column.people": "People",
    "comparisons.column.period": "Days compared",
    "comparisons.column.made_on": "Counted on",
    "comparisons.synthetic": "synthetic population",
    # -- how one is made
    "comparisons.make": "To make a comparison",
    "comparisons.make.text": "Both laws are asked of everybody in a population: that takes minutes and memory, and no page ever does it. Whoever runs this site types, on a machine that has the tables:",
    "comparisons.make.where": "The pages show what is in the folder that SORTIE_COMPARISONS names; without it, the folder “comparisons” beside the database. The same people under the same two laws are kept once: the latest replaces the one before, so that nobody can subtract one from the other.",
    # -- one comparison
    "comparisons.back": "All the comparisons",
    "comparisons.made_on": "Counted on %(day)s, and kept since as it was counted: the law may have changed since, these numbers have not.",
    "comparisons.undrawn": "This comparison is kept without drawings. Each table says what its drawing would.",
    "comparisons.figures": "The figures",
    "comparisons.alt": "%(title)s. The same numbers are in the table that follows.",
    "comparisons.drawn": "Drawing: %(title)s",
    "comparisons.drawing": "This drawing alone (SVG)",
    "comparisons.table": "Table: %(title)s",
    "comparisons.taken": "To take away",
    "comparisons.taken.report": "The report in one file (HTML)",
    "comparisons.taken.data": "Every number told (JSON)",
}
