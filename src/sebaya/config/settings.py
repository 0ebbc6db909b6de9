"""Settings of an installation. What a school changes comes from its data folder or the environment."""

import os
from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from sebaya.config.paths import data_dir, shipped

DATA = data_dir()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("SEBAYA_HOSTS", "*").split(",")  # checked against the community's own list
SECRET_FILE = DATA / "keys" / "server.key"  # 32 bytes, 0600, made by setup
PEPPER_FILE = DATA / "keys" / "pepper.key"  # outside the database; see vault.md, Keyholder


def _secret() -> str:
    """Django's key comes from the server key; before setup there is none and nothing may be signed."""
    return SECRET_FILE.read_bytes().hex() if SECRET_FILE.exists() else "before-setup-nothing-is-signed" * 2


SECRET_KEY = _secret()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # rooms, from the top of the house down (architecture.md)
    "sebaya.config",
    "sebaya.demo",
    "sebaya.desk",
    "sebaya.safeguarding",
    "sebaya.support",
    "sebaya.training",
    "sebaya.programmes",
    "sebaya.flags",
    "sebaya.accounts",
    "sebaya.notices",
    "sebaya.vault",
    "sebaya.audit",
    "sebaya.communities",
    "sebaya.live",
    "sebaya.jobs",
    "sebaya.papers",
    "sebaya.ui",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sebaya.ui.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sebaya.ui.language.LanguageMiddleware",
    "sebaya.communities.middleware.CommunityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sebaya.accounts.middleware.SignInMiddleware",
    "sebaya.audit.guard.SelectOnlyGuard",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sebaya.ui.errors.only_by_button",
]

ROOT_URLCONF = "sebaya.config.urls"
WSGI_APPLICATION = "sebaya.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sebaya.ui.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "sebaya.ui.templatetags.ui"],
        },
    }
]


FORM_RENDERER = "sebaya.ui.renderer.QuickRenderer"


def database(url: str) -> dict[str, Any]:
    """SQLite inside the data folder, or what one setting says: postgres://user:word@host:port/name."""
    if not url:
        return _sqlite()
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("SEBAYA_DATABASE harus dimulai dengan postgres:// (must begin with postgres://)")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
    }


def _sqlite() -> dict[str, Any]:
    """WAL for readers beside a writer; FULL so that an acknowledged message survives a power cut."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA / "sebaya.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000;"
            ),
        },
    }


DATABASES = {"default": database(os.environ.get("SEBAYA_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["sebaya.accounts.backend.KeyholderBackend"]
SESSION_ENGINE = "sebaya.accounts.signins"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())  # vault.md: 12 h at most
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
MESSAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "sebaya.ui.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer Chromium posts our own forms with Origin: null
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # a form; 200 KB pasted into a message gets a clear answer
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # never a temp file
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]  # each in its own words: a chooser is read by both
LOCALE_PATHS = [shipped("locale")]
SEBAYA_CONTENT = shipped("content")  # texts that a teacher can read and improve
LANGUAGE_COOKIE_NAME = "lang"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31536000

EMAIL_HOST = os.environ.get("SEBAYA_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("SEBAYA_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("SEBAYA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SEBAYA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("SEBAYA_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SEBAYA_MAIL_FROM", "sebaya@localhost")

SEBAYA_ARGON2 = {"memory": 64 * 1024 * 1024, "passes": 3}  # vault.md, Keyholder; tests use the minimum
SEBAYA_LIVE_AUTHORISE = "sebaya.accounts.live_access.subscription_for"
SEBAYA_SIGN_IN_PATHS = [  # Argon2 runs in a lane of its own
    "/masuk/", "/aktivasi/", "/pulih/", "/akun-saya/sandi/", "/akun-saya/hp/", "/akun-saya/hapus/",
]  # fmt: skip
SEBAYA_LARGE_BODY_PATHS = ["/warga/impor/", "/warga/impor/tulis/"]  # a roster of 10,000 people
SEBAYA_LARGE_BODY_BYTES = FILE_UPLOAD_MAX_MEMORY_SIZE
SEBAYA_LIVE_BACKGROUND = ["sebaya.jobs.worker.start"]
SEBAYA_TRUSTED_PROXIES = [address for address in os.environ.get("SEBAYA_PROXIES", "").split(",") if address]
SEBAYA_HTTPS = os.environ.get("SEBAYA_HTTPS", "") == "1"  # set by serve when it speaks TLS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SEBAYA_HTTPS
SESSION_COOKIE_NAME = "__Host-s" if SEBAYA_HTTPS else "s"
CSRF_COOKIE_NAME = "__Host-c" if SEBAYA_HTTPS else "c"

ACCOUNT_ADAPTER = "sebaya.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # ours: per account and address, never per account alone
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_ADAPTER = "sebaya.accounts.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = "Sebaya"
MFA_TOTP_TOLERANCE = 1  # clocks of school laptops without internet drift
LOGIN_URL = "account_login"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "sebaya.audit.logs.BareRecords"}},  # no query, no body, no local variable
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["bare"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
