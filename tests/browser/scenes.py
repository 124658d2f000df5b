"""The meeting, § by §, as its secretary takes it down."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.meeting import Secretary

TIE = "jnnnjj"
"""What S, SD, HÄ, M, C and V answer, in the order of the sheet."""


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
    """It falls, and the item is decided as proposed."""
    at.put("bladh", "Åte", "för att kostnaden ska redovisas.")
    at.find("2", "1")
    at.decide()


def three_proposals(at: Secretary) -> None:
    """A vote on the counter-proposal first, then the main vote, which the chair's own settles."""
    at.put("torn", "Mot", "flytta arkivet till Norrvik.")
    at.put("bladh", "Mot", "sälja arkivet.")
    at.find("1")
    at.vote("jnnjjj")
    at.vote("jjnjjn")
    at.decide()


def a_tie(at: Secretary) -> None:
    """Seven against seven: the chair's vote settles it."""
    at.put("torn", "Avs")
    at.find("1")
    at.vote(TIE)
    at.decide()


def an_election_by_lot(at: Secretary) -> None:
    """Seven against seven, in an election: the lot falls on no."""
    at.put("torn", "Mot", "välja Otto Berg till revisor.")
    at.find("1")
    at.vote(TIE, lot="Nej")
    at.decide()


def reservations_and_a_note(at: Secretary) -> None:
    """Two reserve themselves, each with their motivation, and a group has something noted."""
    at.put("bladh", "Avs")
    at.put("brix", "Avs")
    at.find("1")
    at.decide()
    at.reserve("bladh", "Taxan är för hög.")
    at.reserve("brix", "Barn ska inte betala.")
    at.note("V", "Taxan bör prövas igen om ett år.")


def three_assignments(at: Secretary) -> None:
    """What the decision tells the director to do is entered, and the extract goes there."""
    at.decide()
    at.press("u")
    at.act("Enter")
    at.rest()
    at.press("s")
    at.act("Enter")


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
    three_proposals,
    a_tie,
    an_election_by_lot,
    reservations_and_a_note,
    three_assignments,
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
