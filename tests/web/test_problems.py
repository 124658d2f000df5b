"""What a program asks that cannot be read, or is not there: told as problem details (RFC 9457)."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.asking import ask


@pytest.mark.parametrize(
    ("address", "parameter", "says"),
    [
        ("items?limt=3", "limt", "Menade du ”limit”?"),
        ("items?xyzzy=1", "xyzzy", "Det som finns är after, changed_since, dnr"),
        ("items?limit=100000", "limit", "är 100000 men kan vara högst 200"),
        ("items?limit=0", "limit", "är 0 men ska vara minst 1"),
        ("items?limit=1&limit=2", "limit", "står flera gånger"),
        ("items?year=nyss", "year", "är ”nyss” men ska vara ett heltal"),
        ("items?from=1735689600", "from", "ska vara en dag, som 2026-10-28"),
        ("items?to=2025-02-30", "to", "ska vara en dag, som 2026-10-28"),
        ("items?outcome=won", "outcome", "något av decided, proposed, referred_back, tabled, none"),
        ("votes?person_id=%00", "person_id", "som inte har rätt form"),
    ],
)
def test_what_cannot_be_read_is_a_problem_that_says_what_is_wrong(
    asker: FlaskClient, address: str, parameter: str, says: str
) -> None:
    answer = ask(asker, address, 400)

    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == 400
    [error] = answer.json["errors"]
    assert error["parameter"] == parameter
    assert says in error["detail"]


def test_a_problem_is_told_in_the_language_that_is_asked_for(asker: FlaskClient) -> None:
    answer = ask(asker, "items?limit=x", 400, **{"Accept-Language": "en-GB,sv;q=0.5"})

    assert "must be a whole number" in answer.json["detail"]
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("method", "address", "headers", "status"),
    [
        ("GET", "/api/v1/xyzzy", {}, 404),
        ("GET", "/api/v1/items/regionstyrelsen.2025.9999", {}, 404),
        ("GET", "/api/v1/events/regionstyrelsen.2025-99-99", {}, 404),
        ("GET", "/api/v1/no/such/thing", {}, 404),
        ("POST", "/api/v1/items", {}, 405),
        ("GET", "/api/v1/items", {"Accept": "text/html"}, 406),
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_problem(
    asker: FlaskClient, method: str, address: str, headers: dict[str, str], status: int
) -> None:
    answer = asker.open(address, method=method, headers=headers)

    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
