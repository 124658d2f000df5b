"""What was sent to be adjusted is kept as it was, and takes no verdict when it is over."""

from __future__ import annotations

import pytest

from tests.store.registered import Registered
from tests.store.statements import DONE, copy_of, first, last, refusal, written

_WHOLE = "SELECT max(id) FROM edition"
_WITHDRAWN = "UPDATE edition SET withdrawn_at = sent_at"
_VERDICT = copy_of("verdict", last("verdict"), {"reason": "'en gång till'"})


def test_an_edition_is_withdrawn_once(registered: Registered) -> None:
    again = f"{_WITHDRAWN} WHERE id = ({_WHOLE})"

    assert refusal(registered.session, again) == DONE
    with written(registered.session, again, again) as said:
        assert "kept for ever" in said


def test_an_adjusted_edition_is_not_withdrawn(registered: Registered) -> None:
    said = refusal(registered.session, f"{_WITHDRAWN} WHERE {first('edition')}")

    assert "the minutes are adjusted" in said


def test_a_withdrawn_edition_takes_no_verdict(registered: Registered) -> None:
    assert refusal(registered.session, _VERDICT) == DONE

    with written(registered.session, f"{_WITHDRAWN} WHERE scope = 'secret'", _VERDICT) as said:
        assert "the edition is withdrawn" in said


def test_an_adjusted_edition_takes_no_verdict(registered: Registered) -> None:
    signer = f"(SELECT id FROM edition_signer WHERE {first('edition_signer')})"

    said = refusal(
        registered.session, copy_of("verdict", last("verdict"), {"edition_signer_id": signer})
    )

    assert "the minutes are adjusted" in said


@pytest.mark.parametrize("table", ["edition_item", "edition_signer"])
def test_an_edition_that_somebody_signed_takes_no_more(registered: Registered, table: str) -> None:
    secret = "(SELECT id FROM edition WHERE scope = 'secret')"  # a statement
    changes = {"edition_id": secret, "position": "9", "item_id": "(SELECT max(id) FROM item)"}
    known = {k: v for k, v in changes.items() if k in copy_of(table, last(table))}

    assert "kept for ever" in refusal(registered.session, copy_of(table, last(table), known))
