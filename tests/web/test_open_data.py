"""The open data: what anybody may ask of the API, and how what it cannot read is refused."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
import schemathesis
from flask.testing import FlaskClient
from openapi_pydantic import OpenAPI
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from sqlalchemy import event
from werkzeug.test import TestResponse

from minutes.store.open_data import KINDS
from minutes.store.session import db
from minutes.web.open_data import words
from tests.web.desk import Desk
from tests.web.pages import Visitor
from tests.web.test_masked_everywhere import DAY, PAGE

MOST_QUERIES = 12
TRIED_WHOLE = "/parties$"
"""Whose parameters, which every list has, are tried at each boundary."""


@pytest.fixture
def asker(citizen: Visitor) -> FlaskClient:
    """A program that asks."""
    return citizen.app.test_client()


def _ask(asker: FlaskClient, address: str, status: int = 200, **headers: str) -> TestResponse:
    answer = asker.get(f"/api/v1/{address}", headers=headers)
    assert answer.status_code == status, answer.text
    return answer


def _all(asker: FlaskClient, kind: str, asked: str = "") -> list[Any]:
    found, address = [], f"/api/v1/{kind}?limit=200{asked}"
    while address:
        part = asker.get(address).json
        found += part["data"]
        address = part["next"]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_each_thing_of_a_list_is_at_its_address(asker: FlaskClient, kind: str) -> None:
    for one in _ask(asker, f"{kind}?limit=1&order=newest").json["data"]:
        assert asker.get(one["url"]).json == one
        assert one["html_url"] is None or asker.get(one["html_url"]).status_code == 200


def test_the_parts_of_a_list_are_the_whole_list(asker: FlaskClient) -> None:
    whole = [one["id"] for one in _all(asker, "reservations")]

    forth, back, address = [], [], "/api/v1/reservations?limit=97"
    while address:
        answer = asker.get(address)
        forth += [one["id"] for one in answer.json["data"]]
        address = answer.json["next"]
        assert (f'<{address}>; rel="next"' in answer.headers.getlist("Link")) == bool(address)
    address = "/api/v1/reservations?limit=200&order=newest"
    while address:
        part = asker.get(address).json
        back += [one["id"] for one in part["data"]]
        address = part["next"]

    assert len(whole) == len(set(whole)) > 200
    assert forth == whole
    assert back == whole[::-1]


def _is_of(day: str, since: str, to: str) -> bool:
    return since <= day <= to


@pytest.mark.parametrize(
    ("kind", "asked", "meets"),
    [
        ("items", "year=2026&organization_id=regionstyrelsen",
         lambda one: one["year"] == 2026 and one["organization_id"] == "regionstyrelsen"),
        ("items", "outcome=referred_back", lambda one: one["outcome"] == "referred_back"),
        ("items", "dnr=0012-2026", lambda one: "0012-2026" in one["dnr"]),
        ("items", "matter_id=0012-2026", lambda one: "0012-2026" in one["matter_ids"]),
        ("decisions", "from=2025-04-01&to=2025-05-31",
         lambda one: _is_of(one["date"], "2025-04-01", "2025-05-31")),
        ("votes", "group_id=V&option=no",
         lambda one: (one["group_id"], one["option"]) == ("V", "no")),
        ("votes", "person_id=marie-sandelius", lambda one: one["voter_id"] == "marie-sandelius"),
        ("motions", "group_id=SD", lambda one: "SD" in {by["group_id"] for by in one["creators"]}),
        ("reservations", "event_id=regionstyrelsen.2025-04-09&group_id=V",
         lambda one: one["event_id"] == "regionstyrelsen.2025-04-09" and one["group_id"] == "V"),
        ("documents", "classification=annex", lambda one: one["classification"] == "annex"),
        ("events", "changed_since=2026-10-01", lambda one: one["updated_at"] >= "2026-10-01"),
        ("assignments", "due_to=2025-12-31", lambda one: (one["deadline"] or "9") <= "2025-12-31"),
    ],
)  # fmt: skip
def test_a_list_is_narrowed_to_what_meets(
    asker: FlaskClient, kind: str, asked: str, meets: Any
) -> None:
    expected = [one["id"] for one in _all(asker, kind) if meets(one)]

    assert [one["id"] for one in _all(asker, kind, f"&{asked}")] == expected
    assert expected


def test_a_vote_event_adds_up_to_its_votes(asker: FlaskClient) -> None:
    apart: dict[str, list[Any]] = defaultdict(list)
    for vote in _all(asker, "votes"):
        apart[vote["vote_event_id"]].append((vote["voter_name"], vote["option"]))

    for one in _all(asker, "vote-events"):
        named = [(vote["voter_name"], vote["option"]) for vote in one["votes"]]
        assert named == apart[one["id"]]
        for count in one["counts"][:2]:
            assert [o for _, o in named].count(count["option"]) in {0, count["value"]}


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
    answer = _ask(asker, address, 400)

    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == 400
    [error] = answer.json["errors"]
    assert error["parameter"] == parameter
    assert says in error["detail"]


def test_a_problem_is_told_in_the_language_that_is_asked_for(asker: FlaskClient) -> None:
    answer = _ask(asker, "items?limit=x", 400, **{"Accept-Language": "en-GB,sv;q=0.5"})

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


def test_what_has_not_changed_is_not_sent_again(asker: FlaskClient) -> None:
    first = _ask(asker, "items/regionstyrelsen.2025.100")

    again = _ask(
        asker, "items/regionstyrelsen.2025.100", 304, **{"If-None-Match": first.headers["ETag"]}
    )

    assert again.data == b""
    assert not first.headers["ETag"].startswith("W/")
    assert first.last_modified is not None
    assert first.last_modified.isoformat() == first.json["updated_at"]
    assert first.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_takes_few_queries(asker: FlaskClient, kind: str) -> None:
    told: list[str] = []
    with asker.application.app_context():
        engine = db.engine

    def count(*asked: Any) -> None:
        told.append(asked[2])

    event.listen(engine, "before_cursor_execute", count)
    _ask(asker, f"{kind}?limit=200")
    event.remove(engine, "before_cursor_execute", count)

    assert len(told) <= MOST_QUERIES


def test_who_has_signed_in_gets_what_everybody_gets(visitor: Visitor, asker: FlaskClient) -> None:
    for kind in KINDS:
        address = f"/api/v1/{kind}?limit=200&order=newest"
        assert visitor.client.get(address).data == asker.get(address).data


def test_drafts_and_secrets_are_no_open_data(desk: Desk) -> None:
    asker = Visitor(desk.app).client
    told = "".join(asker.get(f"/api/v1/{kind}?limit=200&order=newest").text for kind in KINDS)
    assert "regionala-utvecklingsnamnden.2026-11-18" not in told
    assert "regionala-utvecklingsnamnden.2026-11-04" in told

    desk.open(PAGE)
    desk.send("borttagning")

    assert _ask(asker, f"events/regionstyrelsen.{DAY}").json["is_published"] is False
    for kind in ("items", "decisions", "reservations"):
        assert _all(asker, kind, f"&event_id=regionstyrelsen.{DAY}") == []


def test_every_field_and_parameter_is_described(asker: FlaskClient) -> None:
    described = _ask(asker, "openapi.json").json

    assert OpenAPI.model_validate(described)
    assert set(words.KINDS) == set(KINDS)
    used = {
        name
        for one in described["components"]["schemas"].values()
        for name in one.get("properties", {})
    }
    assert used >= set(words.FIELDS)
    asked = {p["name"] for path in described["paths"].values() for p in path["get"]["parameters"]}
    assert asked - {"id"} == set(words.PARAMETERS)


def test_the_page_tells_of_every_kind(citizen: Visitor) -> None:
    page = citizen.get("/api")

    for kind in KINDS:
        assert [one for one in page.all("h3") if one.get("id") == kind]
        assert f"/api/v1/{kind}?limit=10" in page.links()
    assert "/api" in citizen.get("/").links()


def _found(asker: FlaskClient, phase: dict[str, Any], only: str) -> list[str]:
    """What schemathesis finds wrong when it holds the answers against the description."""
    config = SchemathesisConfig.from_dict({
        "generation": {"max-examples": 1, "deterministic": True, "database": "none"},
        "phases": {"stateful": {"enabled": False}, **phase},
    })  # fmt: skip
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", asker.application, config=config
    )
    tried, wrong = 0, []
    for told in from_schema(schema.include(path_regex=only)).execute():
        assert not isinstance(told, events.NonFatalError | events.FatalError)
        if isinstance(told, events.ScenarioFinished):
            for checks in told.recorder.checks.values():
                tried += 1
                wrong += [f"{told.label}: {c.name}" for c in checks if c.status.value != "success"]
    assert tried > 20
    return wrong


def test_schemathesis_finds_nothing_at_any_boundary(asker: FlaskClient) -> None:
    assert _found(asker, {"fuzzing": {"enabled": False}}, TRIED_WHOLE) == []


def test_schemathesis_finds_nothing_in_what_it_makes_up(asker: FlaskClient) -> None:
    assert _found(asker, {"coverage": {"enabled": False}}, ".") == []
