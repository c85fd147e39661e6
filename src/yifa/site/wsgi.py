"""服务入口 — what the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")

application = get_wsgi_application()
