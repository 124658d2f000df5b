"""All of a kind at once: as JSON lines and as CSV, told while it is read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from minutes.store.open_data import KINDS, kinds
from minutes.web.open_data.bulk import columns
from tests.web.asking import ask, everything


def _value(cell: str) -> Any:
    """What a cell says: JSON where there are parts, numbers and truths."""
    try:
        return json.loads(cell)
    except json.JSONDecodeError:
        return cell or None


@pytest.mark.parametrize("kind", ["vote-events", "memberships"])
def test_all_of_a_kind_is_its_whole_list(asker: FlaskClient, kind: str) -> None:
    listed = everything(asker, kind)

    lines = ask(asker, f"bulk/{kind}.jsonl").text.splitlines()
    sheet = ask(asker, f"bulk/{kind}.csv").data.decode("utf-8")

    head, *rows = csv.reader(io.StringIO(sheet, newline=""))
    assert [json.loads(line) for line in lines] == listed
    assert tuple(head) == columns(KINDS[kind]) == tuple(listed[0])
    assert sheet.count("\r\n") == len(rows) + 1
    assert [[_value(cell) for cell in row] for row in rows] == [[*one.values()] for one in listed]


def test_the_manifest_counts_what_there_is(asker: FlaskClient) -> None:
    told = ask(asker, "bulk").json

    assert {one["kind"] for one in told["data"]} == set(KINDS)
    for one in told["data"]:
        if one["kind"] in {"reservations", "member-motions", "events"}:
            assert one["count"] == asker.get(one["jsonl_url"]).text.count("\n")
            assert asker.get(one["csv_url"]).mimetype == "text/csv"
    assert "publicdomain" in told["license"]


def test_a_kind_that_is_not_there_is_a_problem(asker: FlaskClient) -> None:
    assert ask(asker, "bulk/xyzzy.csv", 404).mimetype == "application/problem+json"
    assert ask(asker, "bulk/votes.csv", 406, Accept="application/pdf").json["status"] == 406


def test_no_more_is_read_at_a_time_than_a_part(
    asker: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "AT_ONCE", 7)

    with asker.get("/api/v1/bulk/persons.jsonl", buffered=False) as answer:
        parts = [one for one in answer.response if one]

    assert len(parts) == len(everything(asker, "persons")) > 7
