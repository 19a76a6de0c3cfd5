"""Planning: who leaves and who comes back, day by day, on the screen, on paper, in a calendar."""

from sortie.web.frame import ANYONE as FOR_ANYONE
from sortie.web.frame import Page
from sortie.web.pages.planning.calendar import planning
from sortie.web.pages.planning.feeding import feed
from sortie.web.pages.planning.subscribing import change, show

PAGES = (
    Page(name="planning", route="planning/", action="planning.see",
         template="planning/planning.html", show=planning, menu=30),
    Page(name="planning_feed", route="planning/feed/", action="planning.feed",
         template="planning/feed.html", show=show, post=change),
    # The address is itself the proof of who asks: a calendar signs in nowhere.
    Page(name="planning_calendar", route="calendar/<str:feed_id>/<str:proof>/sortie.ics",
         action=FOR_ANYONE, show=feed, notes_itself=True),
)  # fmt: skip
