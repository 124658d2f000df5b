"""Sessions end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.databases import Register
from tests.web.late import VERA, at, late, sign_in_again, status, token
from tests.web.pages import Visitor


def test_who_is_away_too_long_is_signed_out(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    assert status(visitor) == 200

    at(register, timedelta(minutes=119))
    assert status(visitor) == 200

    at(register, timedelta(minutes=119 + 121))
    assert status(visitor) == 404


def test_nobody_is_signed_in_for_longer_than_a_working_day(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    statuses = []
    for hour in range(12):
        at(register, timedelta(hours=hour))
        statuses.append(status(visitor))

    assert statuses == [200] * 11 + [404]


def test_a_page_that_asks_by_itself_does_not_keep_one_signed_in(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    for minutes in (0, 60, 119):
        at(register, timedelta(minutes=minutes))
        assert visitor.data("/konto/inloggning.json")["signed_in"]

    at(register, timedelta(minutes=121))
    assert not visitor.data("/konto/inloggning.json")["signed_in"]


def test_a_page_may_stay_open_for_a_whole_meeting(register: Register) -> None:
    assert register.app.config["WTF_CSRF_TIME_LIMIT"] is None


@pytest.mark.parametrize("way_out", ["/logga-ut", "/konto/utloggning"])
def test_signing_out_leaves_nothing_in_the_browser(register: Register, way_out: str) -> None:
    visitor = late(register)
    sign_in_again(visitor)

    answer = visitor.post(way_out, csrf_token=token(visitor))

    assert answer.headers["Clear-Site-Data"] == '"storage"'
    with visitor.client.session_transaction() as kept:
        assert not {"who", "_user_id", "kept"} & kept.keys()
