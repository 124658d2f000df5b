"""A vote settles its question: by majority, the acting chair, the lot, or in rounds."""

from __future__ import annotations

from tests.web.ballots import (
    ABSTAIN,
    NEW,
    NO,
    YES,
    against,
    elect,
    everybody,
    go_to,
    groups,
)
from tests.web.desk import Desk
from tests.web.pages import X


def test_a_vote_turns_what_was_found_and_mending_turns_it_back(voting: Desk) -> None:
    others = [party for party in groups(voting) if party != "S"]
    voting.send(NEW, **against(voting, *others))
    assert "finner att regionstyrelsen bifaller Henrik Tornéus förslag" in voting.minutes
    own = voting.last_form("omrostning-")

    members = {name: YES for name in voting.form(own)[1] if name.startswith("members-")}
    voting.send(own, **members)

    assert "finner att regionstyrelsen bifaller det liggande förslaget" in voting.minutes
    assert "nej-röster" in voting.minutes
    assert "0 nej-röster" in voting.minutes


def test_a_tie_is_settled_by_the_acting_chair(voting: Desk) -> None:
    # 15 serve: one is away for the vote, and the rest are halved.
    names = [s.get("name") or "" for s in voting.element(NEW).iter(f"{X}select")]
    members = [name for name in names if name.startswith("members-")]
    halves = {name: NO if n < 7 else YES for n, name in enumerate(members)}

    voting.send(NEW, **{**halves, members[7]: "absent"})

    assert "Vid lika röstetal avgör Marie Sandelius (S) med sin utslagsröst." in voting.minutes
    assert "finner att regionstyrelsen bifaller det liggande förslaget" in voting.minutes


def test_a_tie_in_which_the_chair_abstains_is_refused_and_kept(voting: Desk) -> None:
    names = [s.get("name") or "" for s in voting.element(NEW).iter(f"{X}select")]
    members = [name for name in names if name.startswith("members-")]
    halves = {name: NO if n < 7 else YES for n, name in enumerate(members)}

    page = voting.send(NEW, **{**halves, members[-1]: ABSTAIN}, expect=422)

    assert "Ordföranden måste rösta" in page.words
    assert voting.value(NEW, members[-1]) == ABSTAIN


def test_a_closed_vote_is_for_elections_and_the_lot_settles_its_tie(voting: Desk) -> None:
    elect(voting)
    totals = {"closed": "y", "yes": "7", "no": "7", "absent": "1"}
    page = voting.send(NEW, **totals, expect=422)
    assert "ange vad lotten föll på" in page.words

    voting.send(NEW, **totals, lot=NO)

    assert "Sluten omröstning begärs." in voting.minutes
    assert "Vid lika röstetal avgör lotten." in voting.minutes
    assert "finner att regionstyrelsen bifaller Henrik Tornéus förslag" in voting.minutes


def test_names_in_a_closed_vote_are_refused(voting: Desk) -> None:
    elect(voting)

    page = voting.send(NEW, **everybody(voting, YES), closed="y", expect=422)

    assert "Ta bort namnen" in page.words


def test_a_preliminary_vote_leads_to_the_main_vote(desk: Desk) -> None:
    go_to(desk)
    desk.send("yrkande-ny", who="tornéus", kind="counter", text="köpa bussar.")
    desk.send("yrkande-ny", who="bladh", kind="counter", text="köpa tåg.")
    desk.send("fraga-pa-tur-1", found="base:")

    desk.send(NEW, question="motforslag", **everybody(desk, NO))

    told = desk.minutes
    assert "Omröstning begärs för att utse motförslag." in told
    assert "Ja-röst innebär att Henrik Tornéus förslag utses till motförslag." in told
    assert "Ordföranden ställer det liggande förslaget mot Tommy Bladhs förslag" in told
    assert told.index("utse motförslag") < told.index("det liggande förslaget mot Tommy")


def test_a_referral_that_wins_the_vote_marks_the_item(desk: Desk) -> None:
    go_to(desk)
    desk.send("yrkande-ny", who="tornéus", kind="refer_back", text="för att priset ska utredas.")
    desk.send("fraga-pa-tur-1", found="-")
    assert desk.is_postponed(88) == (False, False)

    desk.send(NEW, **everybody(desk, YES))

    assert desk.is_postponed(88) == (True, False)
