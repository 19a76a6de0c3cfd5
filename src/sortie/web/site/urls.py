"""Every address of the site: the declared pages, and nothing else."""

from django.urls import URLPattern, path

from sortie.web.frame import view_of
from sortie.web.pages import PAGES

urlpatterns: list[URLPattern] = [path(page.route, view_of(page), name=page.name) for page in PAGES]

handler400 = "sortie.web.site.refusing.bad_request"
handler403 = "sortie.web.site.refusing.forbidden"
handler404 = "sortie.web.site.refusing.not_found"
handler500 = "sortie.web.site.refusing.broken"
