"""The application that the browser visits, in a process of its own, on 22 November 2026."""

import os
from datetime import UTC, datetime

from jinja2 import FileSystemBytecodeCache

from minutes.app import create_app
from tests.browser.server import TEMPLATES

application = create_app(clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
application.jinja_env.bytecode_cache = FileSystemBytecodeCache(os.environ[TEMPLATES])
