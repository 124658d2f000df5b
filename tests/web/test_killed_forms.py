"""A form that is sent until the server answers is carried out once, however often it dies."""

from __future__ import annotations

from itertools import count

import pytest
from sqlmodel import func, select

from minutes.store import tables as t
from minutes.store.session import session
from tests.databases import close, opened
from tests.killed import killed_at
from tests.web import correcting
from tests.web.desk import Desk, Fields

Sent = tuple[Desk, tuple[str, Fields]]


@pytest.fixture
def posted(desk: Desk) -> Sent:
    """The notice of a delegated decision."""
    desk.open("/arbete/regionstyrelsen/delegationsbeslut")
    made = {"delegate": "Ekonomichefen", "what": "Avskriva en fordran.", "decided_on": "2026-11-20"}
    desk.send("beslut-nytt", **made)
    key = desk.form_with("Avskriva en fordran", "beslut-").removeprefix("beslut-")
    return desk, desk.form(f"anslag-{key}")


@pytest.fixture
def proposed(proposing: Desk) -> Sent:
    """A correction of adjusted minutes."""
    return proposing, proposing.form("rattelse-ny", **correcting.WORDS)


def _counted(desk: Desk) -> dict[str, int]:
    """How many rows there are of what the acts enter."""
    kinds = (t.CorrectionProposal, t.Notice, t.Submission)
    with opened(desk.register):
        return {
            str(kind.__tablename__): session().exec(select(func.count()).select_from(kind)).one()
            for kind in kinds
        }


@pytest.mark.parametrize(
    ("sent", "entered"),
    [
        ("posted", "notice"),
        ("proposed", "correction_proposal"),
    ],
)
def test_sent_until_it_is_answered_it_is_carried_out_once(
    request: pytest.FixtureRequest, sent: str, entered: str
) -> None:
    desk, (address, fields) = request.getfixturevalue(sent)
    before, done = _counted(desk), []

    def send() -> None:
        answer = desk.visitor.client.post(address, data=fields)
        assert answer.status_code == 303, answer.status_code

    for step in count(1):
        close(desk.register)
        if not killed_at(step, desk.register, send):
            break
        done.append(_counted(desk) != before)

    more = {name: n - before[name] for name, n in _counted(desk).items() if n != before[name]}
    assert more == {entered: 1, "submission": 1}
    assert done.count(False) > 5
