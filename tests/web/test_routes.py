"""Each route against each duty: who may open what, as docs/access.md says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from flask.testing import FlaskClient
from sqlmodel import col, select
from werkzeug.routing import Rule

from minutes.demonstration.accounts import ACCOUNTS, OTHER
from minutes.store.session import session
from minutes.store.tables import Body, Item, Meeting
from minutes.web.access import declared
from tests.databases import Register, in_file, opened
from tests.web.kinds import KINDS
from tests.web.pages import Visitor

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "access.md"
ROW = re.compile(r"^\| `(?P<rule>/[^`]*)` \| (?P<methods>[A-Z,]+) \| (?P<who>[^|]+) \|$", re.M)
ROWS = [match.groups() for match in ROW.finditer(DOCUMENT.read_text(encoding="utf-8"))]
READ = [(rule, who) for rule, methods, who in ROWS if "GET" in methods]
PUBLIC, SIGNED_IN = "everybody", "whoever has signed in"
SENT = KINDS["sent to adjustment"]
EXAMPLES = {
    "/arbete/<slug:body>/<day:held_on>/justering/<number:edition>": SENT,
    "/motioner.pdf": "/motioner.pdf?visa=bifallna",
    "/beslutsregister.pdf": "/beslutsregister.pdf?ar=2026&organ=regionala-utvecklingsnamnden",
    "/delegationsbeslut.pdf": "/delegationsbeslut.pdf?ord=lex+maria",
    "/meddelanden.pdf": "/meddelanden.pdf?ord=patientnämnden",
    "/arbete/<slug:body>/<day:held_on>/uppdrag": "/arbete/regionstyrelsen/2026-12-16/uppdrag",
    "/arbete/<slug:body>/<day:held_on>/mal": "/arbete/regionstyrelsen/2026-12-16/mal",
    "/planer/<number:number>": "/planer/1",
    "<number:plan>": "1",
    "<slug:party>": "v",
    "<number:assignment>": "1",
    "<number:page>": "1",
    "<number:notice>": "1",
    "<number:annex>": "1",
    "<number:document>": "1",
    "<number:package>": "1",
    "<slug:body>": "regionstyrelsen",
    "<day:held_on>": "2026-04-08",
    "<year:year>": "2026",
    "/<number:number>": "/28",
    "version-<number:number>": "version-1",
    "<slug:matter>": "0012-2026",
    "<slug:person>": "marie-sandelius",
    "<slug:language>": "en",
    "<slug:kind>": "items",
    "<key>": "regionstyrelsen.2025.100",
    "/uppdrag/28": "/uppdrag/1",
    "<string(length=64):sha256>": "0" * 64,
}
_OF_FILES = (
    "sha256",
    "bevis.pdf",
    "utdrag.pdf",
    "<number:annex>",
    "<number:document>",
    "<number:scan>",
    "<number:package>",
    "/region",
    "sekretess.pdf",
    "token",
    "secret>",
    "/bevakningar/e-post",
    "/arbete/<slug:body>/motioner",
)
"""Parts of addresses that nothing in the demonstration has: files, secrets, a board's motions."""
VISITORS = {
    "nobody": "",
    **{one.duty.value: one.email for one in ACCOUNTS if one.body != OTHER},
}
_AT_THE_OTHER = VISITORS | {one.duty.value: one.email for one in ACCOUNTS if one.body == OTHER}
"""Those of the body whose minutes are with its adjusters."""


def _address(rule: str, item: int) -> str:
    for part, example in EXAMPLES.items():
        rule = rule.replace(part, example)
    return rule.replace("<number:item>", str(item))


@pytest.fixture(scope="module")
def item(demo_register: Register) -> int:
    """The key of an item of the meeting that the examples name."""
    with opened(demo_register):
        of_day = select(Item.id).join(Meeting, col(Meeting.id) == Item.meeting_id)
        rows = of_day.join(Body, col(Body.id) == Item.body_id).where(
            Body.slug == EXAMPLES["<slug:body>"],
            col(Meeting.held_on) == date.fromisoformat(EXAMPLES["<day:held_on>"]),
        )
        return session().exec(rows).first() or 0


@pytest.fixture(scope="module")
def signed_in(demo_register: Register) -> Callable[[str], FlaskClient]:
    """A browser of its own for each case, in which somebody has signed in once for all."""

    name = demo_register.app.config["SESSION_COOKIE_NAME"]

    @cache
    def session_of(email: str) -> str:
        kept = Visitor(demo_register.app, email).client.get_cookie(name)
        assert kept
        return kept.value

    def client(email: str) -> FlaskClient:
        made = demo_register.app.test_client()
        if email:
            made.set_cookie(name, session_of(email))
        return made

    return client


def test_every_route_is_in_the_table_with_who_may(demo_register: Register) -> None:
    app = demo_register.app
    who = declared(app)
    rules = [r for r in app.url_map.iter_rules() if r.endpoint != "static"]

    expected = {
        (r.rule, ",".join(sorted((r.methods or set()) - {"HEAD", "OPTIONS"})), who[r.endpoint].name)
        for r in rules
    }
    assert sorted(ROWS) == sorted(expected), "run script/access"


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize(("rule", "who"), READ)
def test_a_route_opens_for_those_who_may_and_is_not_there_for_others(
    signed_in: Callable[[str], FlaskClient], item: int, rule: str, who: str, visitor: str
) -> None:
    address = _address(rule, item)
    known = _AT_THE_OTHER if address.startswith(SENT) else VISITORS

    with signed_in(known[visitor]).get(address) as answer:
        status = answer.status_code

    may = who == PUBLIC or visitor in who.split(", ") or (who == SIGNED_IN and visitor != "nobody")
    if may and not any(part in rule for part in _OF_FILES):
        assert status in {200, 302, 303, 308}
    else:
        assert status == 404


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("rule", [rule for rule, methods, _ in ROWS if "POST" in methods])
def test_nothing_is_sent_without_the_token_of_its_form(
    signed_in: Callable[[str], FlaskClient], item: int, rule: str, visitor: str
) -> None:
    rule = re.sub(r"<number:(?!item)\w+>", "1", rule.replace("<token>", "x"))

    answer = signed_in(VISITORS[visitor]).post(_address(rule, item))

    assert answer.status_code in {400, 404, 429}


def test_the_code_of_an_address_is_made_when_one_is_first_asked_for(tmp_path: Path) -> None:
    made = "werkzeug.routing.Rule._compile_builder"
    with patch(made, autospec=True, side_effect=Rule._compile_builder) as compiled:
        app = in_file(tmp_path).app
        assert len(compiled.mock_calls) < 10, "all are made with the application"

        with app.test_request_context():
            assert app.url_for("meetings.meeting", body="x", held_on=date(2026, 1, 2))
