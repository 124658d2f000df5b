"""What cannot be entered after the adjustment is refused with the reason, and the words stay."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.web import correcting
from tests.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """A page with a form for something new, and what would be entered there."""

    page: str
    form: str
    given: dict[str, str]
    shown: str
    """Words that stand on the page once it is entered."""


APPEAL = Entry(
    "/arbete/regionstyrelsen/2026-04-08/overklaganden",
    "mal-ny",
    {
        "number": "28",
        "court": "Förvaltningsrätten i Sundevik",
        "case_number": "1-26",
        "lodged_on": "2026-05-04",
    },
    shown="1-26",
)
DELEGATED = Entry(
    "/arbete/regionstyrelsen/delegationsbeslut",
    "beslut-nytt",
    {"delegate": "Ekonomichefen", "what": "Avskriva en fordran.", "decided_on": "2026-11-20"},
    shown="Avskriva",
)
CORRECTION = Entry(
    correcting.PAGE, "rattelse-ny", correcting.WORDS, shown="väntar på att bestyrkas"
)
REFUSED: dict[str, tuple[Entry, dict[str, str], str]] = {
    "an appeal to no court": (APPEAL, {"court": ""}, "Ange domstolen"),
    "an appeal against no such §": (APPEAL, {"number": "999"}, "Välj den paragraf"),
    "an appeal of no day": (APPEAL, {"lodged_on": ""}, "Ange dagen"),
    "an appeal of a day to come": (APPEAL, {"lodged_on": "2027-01-01"}, "inte varit än"),
    "an outcome without its day": (APPEAL, {"outcome": "annulled"}, "både utgången"),
    "an outcome that is none": (APPEAL, {"outcome": "lost"}, "Välj något i listan"),
    "an appeal of 200 kB": (APPEAL, {"note": "x" * 200_001}, "längre än"),
    "a decision by nobody": (DELEGATED, {"delegate": ""}, "vem som har beslutat"),
    "a decision of nothing": (DELEGATED, {"what": ""}, "vad som har beslutats"),
    "a decision of a day to come": (DELEGATED, {"decided_on": "2026-11-23"}, "efter 2026-11-22"),
    "a decision of no day": (DELEGATED, {"decided_on": "x"}, "Skriv dagen som"),
    "a decision in no such §": (DELEGATED, {"reported_in": "99999"}, "organets paragrafer"),
    "too long a case number": (DELEGATED, {"dnr": "x" * 101}, "högst 100"),
    "a correction of no words": (CORRECTION, {"old": ""}, "Skriv de ord som ska rättas"),
    "a correction of others' words": (CORRECTION, {"old": "25,1 mnkr"}, "står inte i paragrafen"),
    "a correction without reason": (CORRECTION, {"reason": ""}, "Skriv varför det rättas"),
    "a correction to nothing": (CORRECTION, {"new": ""}, "Skriv vad orden ska rättas till"),
    "a correction of no such §": (CORRECTION, {"item": "9999"}, "Välj den paragraf"),
    "a correction of no number": (CORRECTION, {"item": "x"}, ""),
    "a correction by no such §": (CORRECTION, {"anew": "2026 § 9999"}, "med år och nummer"),
    "a correction of a decision": (
        CORRECTION,
        {"old": "godkänna redovisningen", "new": "avslå redovisningen"},
        "Det här ändrar ett beslut",
    ),
}


@pytest.mark.parametrize(("entry", "fields", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_entered_is_told_and_kept(
    desk: Desk, entry: Entry, fields: dict[str, str], said: str
) -> None:
    desk.open(entry.page)

    page = desk.send(entry.form, expect=422, **(entry.given | fields))

    assert said in page.words
    for name in entry.given.keys() - fields.keys():
        assert desk.value(entry.form, name) == entry.given[name]
    assert entry.shown not in desk.open(entry.page).words


@pytest.mark.parametrize("entry", [APPEAL, DELEGATED, CORRECTION], ids=lambda one: one.form)
def test_what_is_in_order_is_shown(desk: Desk, entry: Entry) -> None:
    correcting.let_adjuster_sign_in(desk.register)
    desk.open(entry.page)

    page = desk.send(entry.form, **entry.given)

    assert entry.shown in page.words
