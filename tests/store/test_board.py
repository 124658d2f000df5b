"""What the database holds to about notices, appeals and delegated decisions."""

from __future__ import annotations

import pytest

from tests.store.frozen import KEPT
from tests.store.registered import Registered
from tests.store.statements import DONE, copy_of, first, last, refusal, written

_OF_MINUTES, _OF_DECISION = first("notice"), last("notice")
_DOWN = "UPDATE notice SET interrupted_on = posted_on, interruption = 'Nere.' WHERE "


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        pytest.param(_OF_MINUTES, "adjustment_is_announced_once", id="minutes"),
        pytest.param(_OF_DECISION, "delegated_decision_is_announced_once", id="a decision"),
    ],
)
def test_a_thing_is_announced_again_only_where_the_notice_was_down(
    registered: Registered, row: str, sentence: str
) -> None:
    again = copy_of("notice", row)

    said = refusal(registered.session, again)
    assert sentence in said or said.startswith("UNIQUE constraint failed: notice.")
    with written(registered.session, _DOWN + row) as answer:
        fresh = {"interrupted_on": "NULL", "interruption": "NULL"}
        assert answer == DONE
        assert refusal(registered.session, copy_of("notice", row, fresh)) == DONE


def test_an_edition_is_announced_once(registered: Registered) -> None:
    edition = "(SELECT edition_id FROM immediate_adjustment)"
    one = copy_of("notice", _OF_MINUTES, {"edition_id": edition})

    with written(registered.session, one) as answer:
        said = refusal(registered.session, one)

        assert answer == DONE
        assert "edition_is_announced_once" in said or "notice.edition_id" in said


def test_minutes_that_are_not_adjusted_have_no_notice(registered: Registered) -> None:
    draft = {"meeting_id": str(registered.open.id)}
    waiting = {"edition_id": "(SELECT max(id) FROM edition)"}

    for changes in (draft, draft | waiting, waiting):
        said = refusal(registered.session, copy_of("notice", _OF_MINUTES, changes))
        assert "a notice is of minutes that are adjusted" in said


def test_that_a_notice_was_down_is_entered_once(registered: Registered) -> None:
    with written(registered.session, _DOWN + _OF_MINUTES) as answer:
        assert answer == DONE
        for change in ("interruption = 'Annat.'", "interrupted_on = NULL, interruption = NULL"):
            assert KEPT in refusal(
                registered.session, f"UPDATE notice SET {change} WHERE {_OF_MINUTES}"
            )


def test_the_proof_of_a_notice_that_came_down_stays(registered: Registered) -> None:
    down = f"UPDATE notice SET removed_on = taken_down_on WHERE {_OF_MINUTES}"

    with written(registered.session, down) as answer:
        assert answer == DONE
        proof = "UPDATE notice SET proof_id = (SELECT min(id) FROM document)"
        assert KEPT in refusal(registered.session, f"{proof} WHERE {_OF_MINUTES}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE delegated_decision SET what = 'Sälja.'",
        "DELETE FROM delegated_decision",
        "DELETE FROM appeal",
        "UPDATE appeal SET item_id = (SELECT max(id) FROM item)",
    ],
)
def test_what_was_announced_or_appealed_is_not_written_over(
    registered: Registered, statement: str
) -> None:
    assert KEPT in refusal(registered.session, statement)


def test_what_becomes_of_an_appeal_is_entered(registered: Registered) -> None:
    change = "UPDATE appeal SET outcome = 'annulled', stands_on = '2026-05-04'"

    assert refusal(registered.session, change) == DONE
