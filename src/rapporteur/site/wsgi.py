"""The door a web server knocks at."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapporteur.site.settings")
application = get_wsgi_application()

# What was built up while starting lives as long as the process does: the collector need not walk through it again and
# again in the middle of an answer. Nor through what pages and records keep: it looks for rubbish among what is young,
# as that grows, and among all that is there once in some thousand pages.
gc.collect()
gc.freeze()
gc.set_threshold(5_000, 5, 1_000)
