"""Every address of the demonstration: those of the site, and its own first page."""

from django.urls import path

from sortie.web.demonstration.pages import OWN
from sortie.web.frame import view_of
from sortie.web.site import urls

urlpatterns = [
    *urls.urlpatterns,
    *(path(page.route, view_of(page), name=page.name) for page in OWN),
]

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
