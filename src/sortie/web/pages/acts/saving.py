"""What is typed, saved while it is typed."""

from django.http import HttpResponse, JsonResponse

from sortie.web.drafts.keepers import read_keeper
from sortie.web.drafts.keeping import kept
from sortie.web.drafts.rescuing import rescue
from sortie.web.frame import Asked

_NOT_OURS = 403


def save(asked: Asked) -> HttpResponse:
    """Save what a form holds, and say so; say too that another tab holds another version.

    The trap: nobody need be signed in. The form proves whose draft it is; nothing of it is shown.
    """
    version = rescue(asked.request, asked.at)
    keeper = read_keeper(asked.request.POST.get("keeper", ""))
    if version is None or keeper is None:
        return JsonResponse({"saved": "", "kept": "", "others": ""}, status=_NOT_OURS)
    asked.settle(asked.acting.of)
    others = [each for each in kept(keeper) if each.tab != version.tab]
    last = max((each.saved_at for each in others), default=None)
    told = asked.tongue.count("draft.others", len(others), n=len(others),
                              at=asked.clock.say(last)) if last else ""  # fmt: skip
    said = asked.say("draft.saved", at=asked.clock.say(version.saved_at))
    return JsonResponse({"saved": said, "kept": version.mark, "others": told})
