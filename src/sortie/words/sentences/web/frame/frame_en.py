# ruff: noqa: E501 (one sentence, one line)
"""What every page says, in English."""

SENTENCES: dict[str, str] = {
    "frame.name": "Sortie",
    "frame.skip": "Skip to the content",
    "frame.quick": "Quick access",
    "frame.recalls": "Sortie recalls the texts and the time limits; it decides nothing.",
    "frame.menu": "Menu",
    "frame.foot": "Free software, tied to no State service. It recalls the texts and the time limits; it decides nothing.",
    "frame.case": "case %(case)s",
    "frame.committal": "committal %(number)s",
    "left.none": "no time limit",
    # -- the menu
    "page.my_day": "My day",
    # -- what was just done
    "receipt.done": "It is recorded.",
    "receipt.case": "Case %(case)s, event %(number)s: %(state)s.",
    "receipt.key": "On %(at)s, key %(command)s",
    # -- when no page can be shown
    "plain.home": "Back to my day",
    "plain.not_found.title": "Nothing at this address",
    "plain.not_found.text": "This page does not exist, or is not open to you. Check the address, or start again from your day.",
    "plain.forbidden.title": "This act is not open to you",
    "plain.forbidden.text": "Nothing was done. If this act is yours, ask the administrator of your prison or your court.",
    "plain.bad_request.title": "The request cannot be read",
    "plain.bad_request.text": "Nothing was done. Go back to the page before, and try again.",
    "plain.broken.title": "The program failed",
    "plain.broken.text": "You did nothing wrong. What you had typed is kept if it was saved as a draft. Try again in a moment; if it lasts, tell the administrator.",
    "plain.stale_form.title": "This form is no longer known",
    "plain.stale_form.text": "Nothing was done. It was opened too long ago, or in a browser that refuses cookies. Go back to the page, and send it again.",
    "plain.sign_in_first.title": "Sign in first",
    "plain.sign_in_first.text": "This page is open only to people who are signed in.",
    "plain.refused.title": "The office refuses",
    "plain.refused.text": "Nothing was done. Here is what stands in the way.",
    "plain.out_of_order.title": "The service is interrupted",
    "plain.out_of_order.text": "Nothing of what was recorded is lost. Try again in a moment; if it lasts, tell the administrator.",
    # -- a consultation whose reason the law asks for
    "reason.title": "Say why you open this",
    "reason.text": "The law asks for a written reason for this consultation. It is kept with your name and the hour.",
    "reason.label": "The reason for this consultation",
    "reason.open": "Open",
}
