"""A vote is corrected on the screen, ballot by ballot."""

from __future__ import annotations

from tests.web.correcting import PAGE, certify
from tests.web.desk import Desk


def test_a_corrected_vote_is_told_as_it_is_with_what_it_was(
    proposing: Desk, chair: Desk, adjuster: Desk
) -> None:
    proposing.open(f"{PAGE}?paragraf=36")
    form = proposing.first_form("omrostning-")
    ballots = proposing.rows(form)["ballot"]
    place = ballots.index("yes")
    ballots[place] = "abstain"

    proposing.send(form, ballot=ballots, reason="Felräknat.", slip="y")
    certify(chair, slip="y")
    certify(adjuster, slip="y")

    page = proposing.open("/regionstyrelsen/2026/36").words
    assert "5 ja" in page
    assert "Antecknades först som: 6 ja-röster och 8 nej-röster" in page


def test_a_vote_whose_outcome_would_turn_is_not_corrected(proposing: Desk) -> None:
    proposing.open(f"{PAGE}?paragraf=36")
    form = proposing.first_form("omrostning-")
    ballots = ["yes"] * len(proposing.rows(form)["ballot"])

    proposing.send(form, ballot=ballots, reason="Felräknat.", slip="y", expect=422)

    assert "hade utfallet blivit ett annat" in proposing.page.words
