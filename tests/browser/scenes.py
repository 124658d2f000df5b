"""The meeting, § by §, as its secretary takes it down."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.meeting import Secretary


def call_the_roll(at: Secretary) -> None:
    """Twelve of the members are there, and two substitutes, who sit for two of the absent."""
    at.press("k")
    at.to("Upprop, tider")
    at.leave("Enter")
    at.to("Närvarande")
    at.press(*["ArrowDown"] * 8, "f", "ArrowDown", "f", *["ArrowDown"] * 3, "f")
    at.press(*["ArrowDown"] * 8, "p", "p")
    at.choose("Spara, och")
    at.fill("Vem utses", "brix")
    at.act("Enter")
    at.to("Klockslag", "Shift+Tab")
    at.write("9")
    at.leave("F9")


def as_proposed(at: Secretary) -> None:
    """Nobody moves anything: the base proposal is decided."""
    at.decide()


def amendments_and_an_addition(at: Secretary) -> None:
    """Two amendments, which fall, and an addition, which carries."""
    at.put("torn", "Änd", "budgeten fastställs till 11 mnkr.")
    at.put("bladh", "Änd", "budgeten fastställs till 10 mnkr.")
    at.put("brandt", "Til", "Utfallet redovisas i mars.")
    at.put("elfv", "Bif")
    at.find("1", "1")
    at.decide()


def a_referral_back_that_falls(at: Secretary) -> None:
    """It is to be decided today, and is, as proposed."""
    at.put("bladh", "Åte", "för att kostnaden ska redovisas.")
    at.find("1", "1")
    at.decide()


def a_disqualified_chair(at: Secretary) -> None:
    """The chair leaves the room, and the first vice chair leads."""
    at.press("j")
    at.write("sand")
    at.fill("Grund", "att hon är ordförande i föreningen")
    at.act("Enter")
    at.decide()


def a_late_arrival(at: Secretary) -> None:
    """A member comes, and takes a seat that nobody sat in."""
    at.press("k")
    at.write("wikl")
    at.act("Enter")
    at.decide()


def close_the_meeting(at: Secretary) -> None:
    """The last § is closed already."""
    at.press("k")
    at.to("Upprop, tider")
    at.leave("Enter")
    at.fill("Klockslag", "11.30")
    at.act("Enter")


ITEMS: tuple[Callable[[Secretary], None], ...] = (
    as_proposed,
    as_proposed,
    amendments_and_an_addition,
    a_referral_back_that_falls,
    as_proposed,
    as_proposed,
    as_proposed,
    as_proposed,
    as_proposed,
    a_disqualified_chair,
    a_late_arrival,
    as_proposed,
)
"""What happens at each item of the agenda."""


def play(at: Secretary, between: Callable[[int], None] = lambda _number: None) -> None:
    """Take the minutes of all of it; `between` is called before each §, with its place."""
    with at.at("roll call"):
        call_the_roll(at)
    for place, scene in enumerate(ITEMS):
        between(place)
        with at.at(at.heading):
            scene(at)
            at.close()
    with at.at("the end"):
        close_the_meeting(at)
