"""A file that somebody hands in to be checked."""

from __future__ import annotations

import io

from tests.web.desk import Desk
from tests.web.pages import Shown


def handed_in(somebody: Desk, content: bytes, expect: int = 200) -> Shown:
    """The page that tells what the file is."""
    somebody.open("/kontrollera")
    return somebody.send("kontroll", fil=(io.BytesIO(content), "fil.pdf"), expect=expect)
