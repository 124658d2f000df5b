"""What stands in two places agrees: the database refuses what contradicts another row."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.history import Act
from minutes.actions.items import take_up_item
from minutes.actions.questions import put_question
from minutes.domain.bodies import BodyKind
from minutes.domain.questions import BASE, Question, QuestionKind
from minutes.store.tables import Question as Row
from minutes.store.tables import QuestionOption
from tests.actions.world import meeting_on
from tests.store.frozen import KEPT
from tests.store.registered import ACT, Registered
from tests.store.statements import DONE, copy_of, first, last, refusal, written

ITEM = "item_is_of_its_meetings_body_and_year"
BALLOT = "closed_vote_keeps_no_ballots"
_WAS_NOT_PUT = r"what_carried_was_put|^\(sqlite3.IntegrityError\) FOREIGN KEY constraint failed"
_OPEN = "(SELECT id FROM vote WHERE NOT closed ORDER BY id DESC LIMIT 1)"
_CLOSED = "(SELECT id FROM vote WHERE closed ORDER BY id DESC LIMIT 1)"
_ASSEMBLY = "(SELECT id FROM body WHERE kind = 'assembly')"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            copy_of("item", last("item"), {"year": "2027", "position": "9"}), id="another year"
        ),
        pytest.param(
            copy_of("item", last("item"), {"body_id": _ASSEMBLY, "position": "9"}),
            id="another body",
        ),
        pytest.param(f"UPDATE item SET year = 2027 WHERE {last('item')}", id="moved to a year"),
        pytest.param(
            f"UPDATE item SET body_id = {_ASSEMBLY} WHERE {last('item')}", id="moved to a body"
        ),
        pytest.param(
            f"UPDATE meeting SET held_on = '2027-04-08' WHERE {last('meeting')}",
            id="its meeting moved to a year",
        ),
        pytest.param(
            f"UPDATE meeting SET body_id = {_ASSEMBLY} WHERE {last('meeting')}",
            id="its meeting moved to a body",
        ),
    ],
)
def test_an_item_is_of_its_meetings_body_and_year(registered: Registered, statement: str) -> None:
    assert ITEM in refusal(registered.session, statement)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            copy_of("item", last("item"), {"number": "99", "position": "9"}), id="a further item"
        ),
        pytest.param(
            f"UPDATE meeting SET held_on = '2026-04-09' WHERE {last('meeting')}",
            id="its meeting moved within the year",
        ),
    ],
)
def test_what_agrees_is_written(registered: Registered, statement: str) -> None:
    assert refusal(registered.session, statement) == DONE


def _ballot(vote: str) -> str:
    return copy_of("ballot", last("ballot"), {"vote_id": vote, "position": "77", "name": "'A B'"})


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(_ballot(_CLOSED), id="a ballot of a closed vote"),
        pytest.param(f"UPDATE ballot SET vote_id = {_CLOSED} WHERE {last('ballot')}", id="moved"),
        pytest.param(
            f"UPDATE vote SET closed = TRUE WHERE id = {_OPEN}", id="closed when it has ballots"
        ),
    ],
)
def test_a_closed_vote_keeps_no_ballots(registered: Registered, statement: str) -> None:
    assert BALLOT in refusal(registered.session, statement)


def test_an_open_vote_takes_ballots(registered: Registered) -> None:
    assert refusal(registered.session, _ballot(_OPEN)) == DONE


def _asked(session: Session) -> Row:
    """A question with one option, in a register of its own."""
    act = Act(ACT.by, ACT.at)
    organisation = found_organisation(session, act, "Region Prov")
    body = establish_body(session, act, organisation, "Provstyrelsen", kind=BodyKind.BOARD)
    item = take_up_item(session, act, meeting_on(session, body, date(2026, 2, 11)), "Taxa")
    asked = Question(QuestionKind.SINGLE, (BASE,), 0)
    return put_question(session, act, item, asked, position=0, moved={})


@pytest.mark.parametrize("carried", [1, -1])
def test_what_carried_was_put(engine: Engine, carried: int) -> None:
    with Session(engine) as session:
        _asked(session).carried = carried

        with pytest.raises(IntegrityError, match=_WAS_NOT_PUT):
            session.commit()


def test_the_option_that_carried_is_not_taken_out(engine: Engine) -> None:
    with Session(engine) as session:
        row = _asked(session)
        options = select(QuestionOption).where(QuestionOption.question_id == row.id)
        session.delete(session.exec(options).one())

        with pytest.raises(IntegrityError, match=_WAS_NOT_PUT):
            session.commit()


@pytest.mark.parametrize(
    "change",
    [
        "posted_on = '2026-02-10'",
        "appeal_ends_on = '2026-04-01'",
        "taken_down_on = '2027-01-01'",
        "kept_in = 'Arkivet'",
        f"meeting_id = (SELECT id FROM meeting WHERE {last('meeting')})",
    ],
)
def test_what_a_notice_tells_is_never_changed(registered: Registered, change: str) -> None:
    assert KEPT in refusal(registered.session, f"UPDATE notice SET {change}")


def test_a_notice_is_removed_once(registered: Registered) -> None:
    removed = "UPDATE notice SET removed_on = '2026-03-{}' WHERE " + first("notice")

    with written(registered.session, removed.format("06")) as said:
        assert said == DONE
        assert KEPT in refusal(registered.session, removed.format("09"))
        assert KEPT in refusal(registered.session, "UPDATE notice SET removed_on = NULL")
