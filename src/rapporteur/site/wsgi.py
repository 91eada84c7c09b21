"""The door a web server knocks at."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapporteur.site.settings")
application = get_wsgi_application()

# What was built up while starting lives as long as the process does: the collector need not walk through it again and
# again in the middle of an answer.
gc.collect()
gc.freeze()
