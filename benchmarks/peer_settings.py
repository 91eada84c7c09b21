"""The settings of the site with Django's admin beside it, the peer of its lists; of no use but to be measured."""

from rapporteur.site.settings import *  # noqa: F403 - all of them
from rapporteur.site.settings import INSTALLED_APPS as _APPS
from rapporteur.site.settings import MIDDLEWARE as _MIDDLEWARE

INSTALLED_APPS = ["django.contrib.admin", *_APPS]
MIDDLEWARE = [*_MIDDLEWARE, "benchmarks.peer_admin.as_officer"]
ROOT_URLCONF = "benchmarks.peer_urls"
# A page that fails ends the run, and says why.
DEBUG_PROPAGATE_EXCEPTIONS = True
