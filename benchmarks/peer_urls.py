"""The site's addresses, and Django's admin at /admin/."""

from django.urls import URLPattern, URLResolver, path

from benchmarks.peer_admin import site
from rapporteur.site.urls import urlpatterns as own

urlpatterns: list[URLPattern | URLResolver] = [path("admin/", site.urls), *own]
