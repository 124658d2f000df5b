"""Votes are entered by party and by name on the screen."""

from __future__ import annotations

import pytest

from tests.web.ballots import (
    ABSTAIN,
    NEW,
    NO,
    YES,
    against,
    everybody,
    groups,
    member,
)
from tests.web.desk import Desk
from tests.web.pages import X, text


def test_a_vote_by_party_settles_the_question_as_it_was_found(voting: Desk) -> None:
    sizes = groups(voting)

    voting.send(NEW, **against(voting, "M"))

    told = voting.minutes
    assert "Ja-röst innebär bifall till det liggande förslaget." in told
    assert "Nej-röst innebär bifall till Henrik Tornéus förslag." in told
    assert f"{sum(sizes.values()) - sizes['M']} ja-röster och {sizes['M']} nej-röster" in told
    assert "finner att regionstyrelsen bifaller det liggande förslaget" in told


def test_a_members_own_choice_goes_before_the_groups_and_the_chair_is_last(voting: Desk) -> None:
    chair = member(voting, "Sandelius")
    own = [s.get("name") for s in voting.element(NEW).iter(f"{X}select") if s.get("data-ballot")]
    assert own[-1] == chair

    voting.send(NEW, **everybody(voting, YES), **{chair: ABSTAIN})

    assert "1 som avstår" in voting.minutes
    assert "Avstår från att rösta gör Marie Sandelius (S)." in voting.minutes


def test_a_wrong_sum_is_told_and_what_was_typed_is_kept(voting: Desk) -> None:
    page = voting.send(NEW, **{"parties-S": YES, "parties-M": NO}, expect=422)

    assert "har ingen röst" in page.words
    assert voting.value(NEW, "parties-M") == NO
    assert "utfaller" not in voting.minutes
    sizes = groups(voting)
    missing = sum(sizes.values()) - sizes["S"] - sizes["M"]
    told = text(next(e for e in voting.element(NEW).iter(f"{X}p") if e.get("class") == "tally"))
    assert f"saknas {missing} av {sum(sizes.values())}" in told


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"members-Nils Holm (S)": YES}, "tjänstgör inte här", id="without a seat"),
        pytest.param({"parties-S": "maybe"}, "Välj något i listan", id="an unknown answer"),
        pytest.param({"closed": "y"}, "ska vara öppen", id="closed, and no election"),
        pytest.param({"yes_means": "a" * 501}, "500", id="too long"),
        pytest.param({"question": ""}, "Välj vilken fråga", id="on no question"),
        pytest.param({"question": "motforslag"}, "inget motförslag att rösta om", id="no pair"),
    ],
)
def test_a_vote_that_cannot_be_is_refused(
    voting: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = voting.send(NEW, **everybody(voting, YES) | fields, expect=422)

    assert sentence in page.words
    assert "utfaller" not in voting.minutes


def test_a_question_of_another_item_is_not_there(voting: Desk) -> None:
    address, fields = voting.form(NEW, question="1", **everybody(voting, YES))

    assert voting.visitor.client.post(address, data=fields).status_code == 404


def test_a_double_click_holds_one_vote(voting: Desk) -> None:
    form = voting.form(NEW, **everybody(voting, YES))
    again = (form[0], {**form[1], "form_key": "another showing"})

    voting.post(form)
    voting.post(again)

    assert voting.minutes.count("Omröstningen utfaller") == 1


def test_a_vote_is_taken_out_and_put_back(voting: Desk) -> None:
    voting.send(NEW, **everybody(voting, YES))

    voting.send(voting.last_form("omrostning-"), press="borttagning")
    assert "utfaller" not in voting.minutes
    voting.send("angra-senaste")
    assert "utfaller" in voting.minutes
    assert "Ja röstar" in voting.minutes


def test_a_stale_mending_is_refused_and_kept(voting: Desk) -> None:
    voting.send(NEW, **everybody(voting, YES))
    own = voting.last_form("omrostning-")
    stale = voting.form(own, yes_means="mina ord")
    voting.send(own, yes_means="den andras ord")

    assert "Någon annan har ändrat" in voting.post(stale, expect=409).words
    assert voting.value(own, "yes_means") == "mina ord"
