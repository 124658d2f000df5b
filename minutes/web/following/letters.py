"""What letters to followers lead to: addresses as they are reached from outside."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from minutes.settings import Mail, Settings


def mail() -> Mail:
    """How letters leave."""
    settings: Settings = current_app.config["MINUTES"]
    return settings.mail


def sends_letters() -> bool:
    """Whether followers can be written to."""
    return mail().is_set_up


def outside(path: str) -> str:
    """A path as it is reached from outside: by the setting, not by what a browser claims."""
    return f"{mail().address}{path}"


def absolute(endpoint: str, **values: Any) -> str:
    """The address of a page as it is reached from outside."""
    adapter = current_app.url_map.bind(urlsplit(mail().address).netloc or "localhost")
    return outside(adapter.build(endpoint, values))
