"""Who comes, goes, sits and steps aside is entered beside the §."""

from __future__ import annotations

import pytest

from minutes.actions.seating import depart
from minutes.store.seated import seated
from minutes.store.session import session
from minutes.store.tables import Meeting
from tests.actions.world import ACT
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
"""Louise von Bergfelt is away, Ingrid Palmqvist serves for her; David Okafor leaves after § 93."""


@pytest.fixture
@brought
def sitting(desk: Desk) -> Desk:
    """The secretary at § 88 of the board's draft."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def _there(desk: Desk) -> str:
    (one,) = desk.page.all("details", "there")
    return text(one)


def _head(desk: Desk) -> str:
    return text(desk.page.all("p", "quorum")[0])


def test_the_screen_tells_who_serves_and_whether_they_are_enough(sitting: Desk) -> None:
    assert "15 av 15 tjänstgör, beslutför" in _head(sitting)
    assert "Ingrid Palmqvist (M), ersätter Louise von Bergfelt (M)" in _there(sitting)


def test_a_late_member_takes_the_seat_back_by_a_few_letters(sitting: Desk) -> None:
    sitting.send("narvaro-ny", who="bergf")

    assert "Louise von Bergfelt (M), fr.o.m. § 88" in _there(sitting)
    assert "Ingrid Palmqvist (M), fr.o.m. § 88" in _there(sitting)
    assert "15 av 15" in _head(sitting)


def test_an_empty_seat_is_offered_to_the_first_in_order_and_filled(sitting: Desk) -> None:
    sitting.send("narvaro-ny", press="avgang", who="okafor")
    assert "14 av 15" in _head(sitting)
    first = sitting.value("narvaro-plats-0", "who")

    sitting.send("narvaro-plats-0")

    assert "15 av 15" in _head(sitting)
    assert f"{first}, ersätter David Okafor" in _there(sitting)


def test_another_than_the_first_serves_for_a_reason(sitting: Desk) -> None:
    sitting.send("narvaro-ny", press="avgang", who="okafor")
    options = [
        o.get("value") or "" for o in sitting.element("narvaro-plats-0").iter() if o.get("value")
    ]
    other = [o for o in options if "(" in o][-1]

    page = sitting.send("narvaro-plats-0", who=other, expect=422)
    assert "i turordningen och är på plats" in page.words
    assert sitting.value("narvaro-plats-0", "who") == other
    sitting.send("narvaro-plats-0", who=other, reason="Avstår.")

    assert "15 av 15" in _head(sitting)


def test_a_lost_quorum_tells_what_to_do(sitting: Desk) -> None:
    with opened(sitting.register):
        meeting = session().get_one(Meeting, sitting.meeting_of("regionstyrelsen", "2026-10-28"))
        for who in seated(session(), meeting, 88).members[-8:]:
            depart(session(), ACT, meeting, who, number=88)
        session().commit()
    page = sitting.open(sitting.page.address)

    assert "inte beslutför" in _head(sitting)
    assert "Det behövs 8: paragrafen får inte beslutas (KL 6:27)." in page.words


@pytest.mark.parametrize(
    ("press", "who", "sentence"),
    [
        ("", "okafor", "redan på plats"),
        ("", "xyzzy", "Ingen här heter"),
        ("", "", "Ingen här heter"),
        ("avgang", "bergfelt", "är inte på plats vid § 88"),
        ("aterlamning", "okafor", "tjänstgör inte för någon"),
        ("ledning", "mattias f", "en av de tjänstgörande"),
    ],
    ids=[
        "comes twice",
        "nobody",
        "no name",
        "goes who never came",
        "has own seat",
        "leads without a seat",
    ],
)
def test_what_cannot_be_is_told_and_kept(
    sitting: Desk, press: str, who: str, sentence: str
) -> None:
    page = sitting.send("narvaro-ny", press=press, who=who, expect=422)

    assert sentence in page.words
    assert sitting.value("narvaro-ny", "who") == who


def test_somebody_without_a_mandate_comes_under_a_title(sitting: Desk) -> None:
    sitting.send("narvaro-ny", who="<b>Ulla</b> Trägård 🙂", title="ekonomichef")

    assert "<b>Ulla</b> Trägård 🙂, ekonomichef, fr.o.m. § 88" in _there(sitting)


def test_a_double_click_enters_once(sitting: Desk) -> None:
    form = sitting.form("narvaro-ny", who="bergfelt")
    sitting.post(form)
    sitting.post(form)

    assert _there(sitting).count("Louise von Bergfelt (M), fr.o.m.") == 1


def test_another_leads_and_one_is_on_a_distance(sitting: Desk) -> None:
    sitting.send("narvaro-ny", press="ledning", who="elfving")
    sitting.send("narvaro-ny", press="distans", who="okafor")

    assert "Kristina Elfving (C) leder" in _head(sitting)
    assert "på distans" in _there(sitting)


def test_who_is_disqualified_leaves_and_the_minutes_tell_it(sitting: Desk) -> None:
    sitting.send("jav-ny", who="okafor", ground="att han är delägare", replaced_by="mattias f")

    assert "David Okafor" in sitting.minutes
    assert "delägare" in sitting.minutes
    assert "Mattias Fors" in sitting.minutes
    assert "15 av 15" in _head(sitting)
    assert "David Okafor" not in _there(sitting).split("Saknas")[0].replace("ersätter David", "")


def test_the_vice_chair_leads_where_the_chair_is_disqualified(sitting: Desk) -> None:
    chair = _head(sitting).split("beslutför ")[1].removesuffix(" leder")
    sitting.send("jav-ny", who="ordf", ground="part")

    assert chair not in _head(sitting)
    assert "leder" in _head(sitting)


def test_a_disqualification_is_mended_and_undone(sitting: Desk) -> None:
    before = _there(sitting)
    sitting.send("jav-ny", who="okafor", ground="part")
    own = sitting.last_form("jav-")
    sitting.send(own, ground="ombud")
    assert "ombud" in sitting.minutes

    sitting.send(own, press="borttagning")

    assert "ombud" not in sitting.minutes
    assert _there(sitting) == before


def test_a_disqualified_stranger_is_refused(sitting: Desk) -> None:
    page = sitting.send("jav-ny", who="bergfelt", expect=422)

    assert "Ingen här heter ”bergfelt”" in page.words
