"""A program that asks the API."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def ask(asker: FlaskClient, address: str, status: int = 200, **headers: str) -> TestResponse:
    """What the API answers."""
    answer = asker.get(f"/api/v1/{address}", headers=headers)
    assert answer.status_code == status, answer.text
    return answer


def everything(asker: FlaskClient, kind: str, asked: str = "") -> list[Any]:
    """A whole list, part by part."""
    found, address = [], f"/api/v1/{kind}?limit=200{asked}"
    while address:
        part = asker.get(address).json
        found += part["data"]
        address = part["next"]
    return found
