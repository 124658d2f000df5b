"""Ballots: who answered what, in whatever form a house lists them."""

from __future__ import annotations

import pytest

from minutes.domain.voting import BallotChoice
from tests.importing.written import HEAD, item, line_of, read_protocol, read_sections

_C = BallotChoice
_ASKED = (
    "Beslutsgång\n\nOrdföranden ställer förslagen mot varandra och finner att det liggande "
    "förslaget bifalls.\n\nOmröstning begärs.\n\n"
)
_RESULT = "Omröstningen utfaller med 2 ja-röster mot 1 nej-röst.\n\n"
_YES = "Eva Ek (S) och Bo Alm (M)"
_NO = "Li Öst (C)"

LISTS = (
    pytest.param(f"{_RESULT}Ja röstar: {_YES}. Nej röstar: {_NO}.", id="in prose after the result"),
    pytest.param(f"{_RESULT}Ja röstar: {_YES}\nNej röstar: {_NO}", id="lines without full stop"),
    pytest.param(
        f"{_RESULT}Följande ledamöter röstar ja: {_YES}.\n\nFöljande ledamöter röstar nej: {_NO}.",
        id="following members",
    ),
    pytest.param(
        f"{_RESULT}Ja-röster\nEva Ek (S)\nBo Alm (M)\n\nNej-röster\nLi Öst (C)\n\nAvstår\nIngen",
        id="under headings",
    ),
    pytest.param(
        f"Ja (2)\n\n{_YES}\n\nNej (1)\n\n{_NO}\n\nRegionstyrelsen beslutar således med 2 ja-röster "
        "mot 1 nej-röst att bifalla förslaget.",
        id="before the result",
    ),
    pytest.param(f"{_YES} röstar ja och {_NO} röstar nej.", id="both in a sentence, no totals"),
    pytest.param(
        f"Vid omröstningen avges 2 ja-röster av {_YES} och 1 nej-röst av {_NO}.", id="totals by"
    ),
)


@pytest.mark.parametrize("lists", LISTS)
def test_ballots_are_read_in_any_form(lists: str) -> None:
    (vote,) = read_sections(_ASKED + lists).votes

    assert (vote.yes, vote.no) == (2, 1)
    assert [(b.name, b.ballot) for b in vote.ballots] == [
        ("Eva Ek", _C.YES),
        ("Bo Alm", _C.YES),
        ("Li Öst", _C.NO),
    ]


PROPOSITION = """Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet."
Eva Ek (S), Bo Alm (M), Kim Dahl (V),
Siv Tove Asp (MP), Ulf Bro (S) samt ordföranden Mona Berg (S)
röstar Ja (6).
Li Öst (C), Ada Lund (C),
Per Sjö (L) och tjänstgörande ersättaren Ylva Norén (C) röstar Nej (4).
Tor Vik (KD) avstår från att rösta (1).
"""


def test_names_that_a_short_line_parts_by_a_comma_are_one_list() -> None:
    (vote,) = read_sections(_ASKED + PROPOSITION).votes

    answers = [ballot.ballot for ballot in vote.ballots]
    assert [answers.count(c) for c in (_C.YES, _C.NO, _C.ABSTAIN)] == [6, 4, 1]


def test_a_result_told_again_in_the_decision_is_no_second_vote() -> None:
    told = f"{_RESULT}Regionstyrelsen beslutar därmed med 2 ja-röster mot 1 nej-röst att bifalla."

    assert len(read_sections(_ASKED + told).votes) == 1


TABLE = """Namn                     Ja     Nej
Eva Ek (S)               X
Bo Alm (M)               X
"""


@pytest.mark.parametrize(
    ("ballots", "first"),
    [
        pytest.param(f"Ja röstar: {_YES}.\n\nNej röstar: ingen.", "Ja röstar", id="in prose"),
        pytest.param("Ja-röster\n\nEva Ek (S)\n\nNej-röster\n\nLi Öst (C)", "Eva Ek", id="list"),
        pytest.param(TABLE, "Eva Ek (S)   ", id="in a table"),
    ],
)
def test_ballots_that_disagree_with_the_totals_are_listed_with_their_line(
    ballots: str, first: str
) -> None:
    asked = f"\n{_ASKED}{_RESULT}{ballots}\n\nÄrendet\n"
    text = HEAD + item(12).replace("\nÄrendet\n", asked)

    read = read_protocol(text)

    assert read.items[0].votes[0].ballots == ()
    reason = "Namnen stämmer inte med omröstningens siffror."
    lines = [u.line for u in read.unread if u.reason == reason]
    start = text.index("Omröstningen utfaller")
    assert lines[0] == text[:start].count("\n") + line_of(text[start:], first.rstrip("\n"))
