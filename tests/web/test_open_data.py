"""The open data: lists, their parts and what narrows them; and what is never in them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from minutes.store.open_data import KINDS
from minutes.store.session import db
from tests.web.asking import ask, everything
from tests.web.desk import Desk
from tests.web.pages import Visitor
from tests.web.test_masked_everywhere import DAY, PAGE

MOST_QUERIES = 12


@pytest.mark.parametrize("kind", KINDS)
def test_each_thing_of_a_list_is_at_its_address(asker: FlaskClient, kind: str) -> None:
    for one in ask(asker, f"{kind}?limit=1&order=newest").json["data"]:
        assert asker.get(one["url"]).json == one
        assert one["html_url"] is None or asker.get(one["html_url"]).status_code == 200


def test_the_parts_of_a_list_are_the_whole_list(asker: FlaskClient) -> None:
    whole = [one["id"] for one in everything(asker, "reservations")]

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
    expected = [one["id"] for one in everything(asker, kind) if meets(one)]

    assert [one["id"] for one in everything(asker, kind, f"&{asked}")] == expected
    assert expected


def test_a_vote_event_adds_up_to_its_votes(asker: FlaskClient) -> None:
    apart: dict[str, list[Any]] = defaultdict(list)
    for vote in everything(asker, "votes"):
        apart[vote["vote_event_id"]].append((vote["voter_name"], vote["option"]))

    for one in everything(asker, "vote-events"):
        named = [(vote["voter_name"], vote["option"]) for vote in one["votes"]]
        assert named == apart[one["id"]]
        for count in one["counts"][:2]:
            assert [o for _, o in named].count(count["option"]) in {0, count["value"]}


def test_what_has_not_changed_is_not_sent_again(asker: FlaskClient) -> None:
    first = ask(asker, "items/regionstyrelsen.2025.100")

    again = ask(
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
    ask(asker, f"{kind}?limit=200")
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

    assert ask(asker, f"events/regionstyrelsen.{DAY}").json["is_published"] is False
    for kind in ("items", "decisions", "reservations"):
        assert everything(asker, kind, f"&event_id=regionstyrelsen.{DAY}") == []
