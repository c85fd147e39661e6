"""设置 — one machine and an embedded file by default; the environment changes what an office must.

`YIFA_HOME` data folder · `DATABASE_URL` PostgreSQL · `YIFA_HOSTS` names served, by comma ·
`YIFA_HTTPS=1` behind TLS · `YIFA_DEBUG=1` for developers · `YIFA_SECRET_KEY` not the kept key ·
`YIFA_OFFICE` the petition office the portal files with · `YIFA_PROXIES` how many proxies of our own stand in front ·
`YIFA_THROTTLE_FACTOR` by how much the portal's limits are widened.
"""

import os
from datetime import timedelta

from yifa.site.database import embedded, postgresql
from yifa.site.home import home, secret_key

HOME = home()
HTTPS = os.environ.get("YIFA_HTTPS") == "1"
DEBUG = os.environ.get("YIFA_DEBUG") == "1"
SECRET_KEY = os.environ.get("YIFA_SECRET_KEY") or secret_key(HOME)
ALLOWED_HOSTS = os.environ.get("YIFA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

_url = os.environ.get("DATABASE_URL")
DATABASES = {"default": postgresql(_url) if _url else embedded(HOME / "yifa.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "yifa.organs",
    "yifa.records",
    "yifa.prevention",
    "yifa.programme",
    "yifa.casework",
    "yifa.papers",
    "yifa.yearbook",
    "yifa.pages",
    "django.forms",
    "yifa.desk",
    "yifa.portal",
    "django_htmx",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "yifa.site.security.content_security_policy",
    "yifa.site.limits.size_limit",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it only looks whether this request was a locked sign-in
]

ROOT_URLCONF = "yifa.site.urls"
WSGI_APPLICATION = "yifa.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

FORM_RENDERER = "yifa.pages.forms.Renderer"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Our few files are found where they lie in the package: no step between installing and serving.
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

AUTHENTICATION_BACKENDS = ["yifa.desk.signing.lockout.Door", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_CLIENT_IP_CALLABLE = "yifa.portal.throttle.address"
AXES_LOCKOUT_CALLABLE = "yifa.desk.signing.lockout.locked_out"
AXES_VERBOSE = False

# A working day, on a shared office machine; ended with the browser.
SESSION_COOKIE_AGE = 9 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS] if HTTPS else []
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"

# The portal.  Without a proxy of our own, what X-Forwarded-For says is anybody's word.
OFFICE = os.environ.get("YIFA_OFFICE", "")
PROXIES = int(os.environ.get("YIFA_PROXIES", "0"))
# For an office whose petitioners all come through one address; the limits stand in portal/throttle.py.
THROTTLE_FACTOR = int(os.environ.get("YIFA_THROTTLE_FACTOR", "1"))
CSRF_FAILURE_VIEW = "yifa.portal.stale.stale"
