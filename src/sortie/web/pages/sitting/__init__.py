"""The board: what is on its list, what each file lacks, opinions in the room, minutes."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.sitting.facts import send_facts, show_facts
from sortie.web.pages.sitting.file import file
from sortie.web.pages.sitting.holding import send_holding, show_holding
from sortie.web.pages.sitting.listing import sitting, sittings
from sortie.web.pages.sitting.minutes import minutes, minutes_paper
from sortie.web.pages.sitting.opinion import send_opinion, show_opinion

PAGES = (
    Page(
        name="sittings",
        route="sittings/",
        action="sittings.list",
        template="sitting/sittings.html",
        show=sittings,
        menu=35,
    ),
    Page(
        name="sitting",
        route="sitting/",
        action="sitting.see",
        template="sitting/sitting.html",
        show=sitting,
    ),
    Page(
        name="sitting_held",
        route="sitting/held/",
        action="sitting.see",
        template="sitting/hold.html",
        show=show_holding,
        post=send_holding,
    ),
    Page(
        name="minutes",
        route="sitting/minutes/",
        action="sitting.see",
        template="sitting/minutes.html",
        show=minutes,
    ),
    Page(
        name="minutes_paper",
        route="sitting/minutes/paper/",
        action="sitting.see",
        template="plain.html",
        show=minutes_paper,
    ),
    Page(
        name="sitting_file",
        route="case/<str:case_id>/sitting/",
        action="case.see",
        opens=Opens.CASE,
        template="sitting/file.html",
        show=file,
    ),
    Page(
        name="sitting_opinion",
        route="case/<str:case_id>/sitting/<str:seat>/",
        action="case.see",
        opens=Opens.CASE,
        template="sitting/opinion.html",
        show=show_opinion,
        post=send_opinion,
    ),
    Page(
        name="facts",
        route="case/<str:case_id>/facts/",
        action="case.see",
        opens=Opens.CASE,
        template="sitting/facts.html",
        show=show_facts,
        post=send_facts,
    ),
)
