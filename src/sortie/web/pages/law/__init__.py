"""The law, readable by anyone, signed in or not: rules, texts, cases, at addresses that last."""

from sortie.web.frame import Page
from sortie.web.pages.law.around import doubts, study, text
from sortie.web.pages.law.index import index
from sortie.web.pages.law.rule import rule

SEE = "law.see"
PAGES = (
    Page(name="law", route="law/", action=SEE, template="law/index.html", show=index, menu=70),
    Page(name="law_doubts", route="law/readings/", action=SEE, template="law/doubts.html",
         show=doubts),
    Page(name="law_text", route="law/texts/<str:text_id>/", action=SEE, template="law/text.html",
         show=text),
    Page(name="law_case", route="law/cases/<str:study_id>/", action=SEE,
         template="law/case.html", show=study),
    Page(name="law_rule", route="law/<str:rule_id>/", action=SEE, template="law/rule.html",
         show=rule),
)  # fmt: skip
