"""Changes of the law, for those who would apply them: what they say, and what they would change.

Counts are of many people, and of nobody's judge; the cases replayed are those one may open.
"""

from sortie.web.frame import Page
from sortie.web.pages.reforms.comparisons import comparison, comparisons, data, drawing, report
from sortie.web.pages.reforms.replaying import replay
from sortie.web.pages.reforms.shelf import reform, reforms

SEE, COMPARE, REPLAY = "reforms.see", "comparisons.see", "reforms.replay"
PAGES = (
    Page(name="reforms", route="reforms/", action=SEE, template="reforms/shelf.html",
         show=reforms, menu=72),
    Page(name="comparisons", route="reforms/compared/", action=COMPARE,
         template="reforms/comparisons.html", show=comparisons),
    Page(name="comparison", route="reforms/compared/<str:name>/", action=COMPARE,
         template="reforms/comparison.html", show=comparison),
    Page(name="comparison_drawing", route="reforms/compared/<str:name>/<str:figure>.svg",
         action=COMPARE, show=drawing),
    Page(name="comparison_report", route="reforms/compared/<str:name>/report.html",
         action=COMPARE, show=report),
    Page(name="comparison_data", route="reforms/compared/<str:name>/comparison.json",
         action=COMPARE, show=data),
    Page(name="reform", route="reforms/<str:reform_id>/", action=SEE,
         template="reforms/reform.html", show=reform),
    Page(name="reform_replay", route="reforms/<str:reform_id>/replay/", action=REPLAY,
         template="reforms/replay.html", show=replay),
)  # fmt: skip
