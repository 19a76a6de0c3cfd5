"""The docket: every case of the demonstration, as it is told."""

from sortie.demonstration.docket import (
    acceptance,
    appealing,
    arriving,
    deciding,
    hearing,
    leaving,
    moving,
    outside,
)
from sortie.demonstration.docket.acceptance import FILE as ACCEPTANCE
from sortie.demonstration.docket.acceptance import moved_to
from sortie.demonstration.docket.closed import stories as closed_stories
from sortie.demonstration.docket.story import Story
from sortie.demonstration.docket.thread import Thread

LIVE: tuple[Story, ...] = (
    acceptance.STORY,
    *arriving.STORIES,
    *hearing.STORIES,
    *deciding.STORIES,
    *appealing.STORIES,
    *leaving.STORIES,
    *outside.STORIES,
    *moving.STORIES,
)

__all__ = ["ACCEPTANCE", "LIVE", "Story", "Thread", "closed_stories", "moved_to"]
