"""Settings, from the environment, with defaults that make one secretariat's installation: SQLite and a folder.

Everything that differs between installations is read here and nowhere else; docs/reference/settings.md lists it.
"""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from rapporteur.site.database import database_from_url
from rapporteur.site.mail import mail_from_url

PROJECT_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(os.environ.get("RAPPORTEUR_VAR", PROJECT_DIR / "var"))

DEBUG = os.environ.get("RAPPORTEUR_DEBUG", "") == "1"
# Without a key of its own an installation gets a new one at each start: sign-ins end, nothing else.
SECRET_KEY = os.environ.get("RAPPORTEUR_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = os.environ.get("RAPPORTEUR_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rapporteur",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # After the language is known and inside the security headers, so that the refusal is a page like any other.
    "rapporteur.site.refusing.refuse_unreadable",
    "rapporteur.site.refusing.refuse_too_large",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "rapporteur.site.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rapporteur.site.pages.show.frame",
            ],
            "builtins": ["rapporteur.site.pages.tags"],
        },
    },
]
WSGI_APPLICATION = "rapporteur.site.wsgi.application"

DATABASES = {
    "default": database_from_url(os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'rapporteur.sqlite3'}"))
}

# Files as received are kept by their content, outside whatever the web serves.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "archive": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": os.environ.get("RAPPORTEUR_FILES", str(VAR_DIR / "files")), "base_url": None},
    },
}
CLAMAV_ADDRESS = os.environ.get("RAPPORTEUR_CLAMAV", "")
# Bytes: one file given with an answer, and all files of one State's questionnaire together.
ATTACHMENT_LARGEST = int(float(os.environ.get("RAPPORTEUR_LARGEST_FILE_MB", "20")) * 1_000_000)
# Several files may come in one form; whatever is larger than three of the largest is refused before it is read.
LARGEST_REQUEST = max(64_000_000, 3 * ATTACHMENT_LARGEST)
ATTACHMENTS_LARGEST_SUM = int(float(os.environ.get("RAPPORTEUR_LARGEST_FILES_MB", "500")) * 1_000_000)

AUTH_USER_MODEL = "rapporteur.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
# The few files of ours are served from where they lie: nothing has to be collected before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

# Pages carry no script and no style of their own; everything they load comes from here.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],  # the code that an authenticator reads, drawn into the page
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
# Behind a server that speaks TLS, cookies travel under TLS alone and browsers are told to come back by TLS.
if os.environ.get("RAPPORTEUR_TLS", "") == "1":
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

# Signing in: by e-mail address and password, with an authenticator or a passkey as second factor. Accounts are made by
# `rapporteur officer add`; nobody signs up.
ACCOUNT_ADAPTER = "rapporteur.site.door.Door"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if os.environ.get("RAPPORTEUR_TLS", "") == "1" else "http"
USERSESSIONS_TRACK_ACTIVITY = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "rapporteur"
# Passkeys want TLS; on this machine alone they may do without.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
# People named for a review, and officers among them, come to a State's answers with a second factor; "offered" only
# offers it, for trials and demonstrations.
SECOND_FACTOR = "offered" if os.environ.get("RAPPORTEUR_SECOND_FACTOR", "required") == "offered" else "required"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Limits on signing in count attempts in the database, so that every process counts the same.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "rapporteur_limit"},
    # What pages would count anew; each process may keep its own, since what is kept names the act it rests on.
    "pages": {"BACKEND": "rapporteur.site.kept.KeptAsItIs", "LOCATION": "pages"},
    # Apart, so that whoever turns over many drafts does not crowd out the account that every page asks for.
    "drafts": {"BACKEND": "rapporteur.site.kept.KeptAsItIs", "LOCATION": "drafts"},
}
# The sheet of a session with a long agenda sends six languages of each text, with their statuses and sources.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Mails (a new password) go to the console until a server is named: smtp://USER:PASSWORD@HOST:587?tls=1
_MAIL = mail_from_url(os.environ.get("RAPPORTEUR_MAIL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.host else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_TIMEOUT = _MAIL.is_sealed, 20
DEFAULT_FROM_EMAIL = os.environ.get("RAPPORTEUR_MAIL_FROM", "rapporteur@localhost")
