"""What the server does beside answering, as gunicorn asks for it: letters leave while it runs."""

from __future__ import annotations

import subprocess
import sys

from minutes.settings import read_settings

_OFTEN = "20"
_SENDER = ("-c", "from minutes.cli import main; main()", "mail", "send", "--watch", _OFTEN)


def when_ready(_server: object) -> None:
    """Start the one that sends letters; it ends when its parent does."""
    if read_settings().mail.is_set_up:
        subprocess.Popen([sys.executable, *_SENDER])  # noqa: S603  # our own interpreter and module
