"""Every address of the site: the declared pages, what stands above them, and nothing else."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from sortie.web.frame import view_of
from sortie.web.pages import PAGES

urlpatterns: list[URLPattern | URLResolver] = [
    *(path(page.route, view_of(page), name=page.name) for page in PAGES),
    *(path(route, include(addresses)) for route, addresses in settings.SORTIE_MOUNTED.items()),
]

handler400 = "sortie.web.site.refusing.bad_request"
handler403 = "sortie.web.site.refusing.forbidden"
handler404 = "sortie.web.site.refusing.not_found"
handler500 = "sortie.web.site.refusing.broken"
