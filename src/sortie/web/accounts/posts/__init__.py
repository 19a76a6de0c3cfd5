"""Posts: where they are exercised, what they reach, and who acts in them."""

from sortie.web.accounts.posts.acting import acting_of, posts_of, running
from sortie.web.accounts.posts.fitting import KINDS_OF_PLACE, REACHES

__all__ = ["KINDS_OF_PLACE", "REACHES", "acting_of", "posts_of", "running"]
