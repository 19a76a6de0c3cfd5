# ruff: noqa: E501 (one sentence, one line)
"""The first page of the demonstration, in English."""

SENTENCES: dict[str, str] = {
    "page.demonstration": "Demonstration",
    "front.title": "Demonstration",
    "front.lead": "A court, three prisons, more than %(people)s people and their cases: all of it is invented. Write nothing real here.",
    "front.clock": "The clock here shows %(at)s. It follows the world's from 7:30 to 18:00, and stands still in the evening and at night. When the day changes, “make run” makes everything anew: what you write lasts a day.",
    "front.acceptance": "The case that serves to prove the program is here too: a day at an employer's, from an organised-crime unit, whose departure is set for the day that the clock shows. It is",
    "front.sign_in": "Sign in",
    "front.one_click": "Choose a post: its session opens without anything to type. This page stays in the menu, to change.",
    "front.column.role": "Post",
    "front.column.name": "Name",
    "front.column.email": "E-mail address",
    "front.column.code": "Code of the telephone",
    "front.nowhere": "Nowhere in particular",
    "front.real_door": "By the real door",
    "front.real_door.text": "Take the address of a line, the password below and the code of the same line. A code is good for thirty seconds, once: load the page again to read another.",
    "front.real_door.go": "Go to the sign-in page",
    "front.back": "Back to the posts of the demonstration",
    "front.weaker": "What is weaker here than in a real office",
    "front.weaker.button": "A button opens a session without a password or a second factor, for whoever reaches this page.",
    "front.weaker.password": "Every account has the same password, and it is written here.",
    "front.weaker.code": "The code of the telephone is shown here; in a real office it is on its owner's device alone.",
    "front.weaker.keys": "The keys that seal the data are kept in the same folder as the data.",
    "front.weaker.post": "Messages leave when they should, but nobody receives them.",
}
