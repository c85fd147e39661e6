"""服务入口 — what the web server calls."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")

application = get_wsgi_application()

# Everything is read now, not with the first request, and stays for good: the collector, which stops all work for a
# tenth of a second to look through it, need not.
import_module("yifa.site.urls")
gc.collect()
gc.freeze()
