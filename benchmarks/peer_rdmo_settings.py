"""A site of RDMO, the peer of the questionnaires, on the database named in the environment; run in its own venv."""

import os
from urllib.parse import parse_qsl, unquote, urlsplit

from rdmo.core.settings import *  # noqa: F403 - all of them

SECRET_KEY = "of no use but to be measured"  # noqa: S105 - nobody signs in to it
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "benchmarks.peer_rdmo_urls"
STATIC_URL = "/static/"
STATIC_ROOT = MEDIA_ROOT = "/nonexistent"  # no file of either is asked for
LANGUAGE_CODE = "en"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

_PARTS = urlsplit(os.environ["RDMO_DATABASE"])
if _PARTS.scheme == "sqlite":
    # The same care for what was said to be saved as ours takes.
    _OPTIONS = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": _PARTS.path, "OPTIONS": _OPTIONS}}
else:
    _OPTIONS = dict(parse_qsl(_PARTS.query))
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _PARTS.path.removeprefix("/"),
            "USER": unquote(_PARTS.username or ""),
            "PASSWORD": unquote(_PARTS.password or ""),
            "HOST": _OPTIONS.pop("host", None) or _PARTS.hostname,
            "CONN_MAX_AGE": 60,
        }
    }
