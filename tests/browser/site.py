"""The application that the browser visits, in a process of its own, on 22 November 2026.

Its clock stands, and is moved by writing another moment into a file.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from minutes.app import create_app
from tests.browser.server import CLOCK, TEMPLATES

_NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_FILE = Path(os.environ[CLOCK])


def _moment() -> datetime:
    return datetime.fromisoformat(_FILE.read_text()) if _FILE.exists() else _NOON


application = create_app(clock=_moment)
application.jinja_env.bytecode_cache = FileSystemBytecodeCache(os.environ[TEMPLATES])
