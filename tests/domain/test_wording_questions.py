"""The chair's questions and findings in prose."""

from __future__ import annotations

import pytest

from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.wording.questions import option_text, question_text

BODY = "Regionstyrelsen"
Put, Q = OptionKind, QuestionKind
EVAS = Option("Eva Ek", Put.PROPOSAL)
OWN = Option("Ordföranden", Put.PROPOSAL)


@pytest.mark.parametrize(
    ("option", "by_chair", "told"),
    [
        pytest.param(BASE, "det liggande förslaget", "det liggande förslaget", id="the base"),
        pytest.param(EVAS, "Eva Eks förslag", "Eva Eks förslag", id="a member's"),
        pytest.param(
            Option("Max Ruiz", Put.ADD), "Max Ruiz tillägg", "Max Ruiz tillägg", id="an addition"
        ),
        pytest.param(
            Option("Eva Ek", Put.AMEND),
            "Eva Eks ändringsförslag",
            "Eva Eks ändringsförslag",
            id="an amendment",
        ),
        pytest.param(
            Option("Eva Ek", Put.REFER_BACK),
            "Eva Eks förslag om återremiss",
            "Eva Eks förslag om återremiss",
            id="a referral",
        ),
        pytest.param(OWN, "eget förslag", "ordförandens förslag", id="the chair's own"),
        pytest.param(
            Option("Ordföranden", Put.TABLE),
            "eget förslag om bordläggning",
            "ordförandens förslag om bordläggning",
            id="the chair's own tabling",
        ),
        pytest.param(
            Option(None, Put.REFER_BACK),
            "partigruppens förslag om återremiss",
            "partigruppens förslag om återremiss",
            id="a referral by no one person",
        ),
        pytest.param(
            Option(None, Put.PROPOSAL),
            "partigruppens förslag",
            "partigruppens förslag",
            id="a party group's",
        ),
        pytest.param(
            Option(None, Put.ADD),
            "partigruppens tillägg",
            "partigruppens tillägg",
            id="a group's addition",
        ),
    ],
)
def test_what_is_put_goes_by_its_mover(option: Option, by_chair: str, told: str) -> None:
    assert option_text(option) == by_chair
    assert option_text(option, by_chair=False) == told


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in OptionKind])
def test_every_kind_has_words_with_and_without_a_mover(kind: OptionKind) -> None:
    told = [option_text(Option(by, kind)) for by in ("Eva Ek", "Ordföranden", None)]

    assert all("förslag" in words or "tillägg" in words for words in told)
    assert not any(words.startswith("s ") for words in told)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(
            Question(Q.SINGLE, (BASE,), 0),
            "Ordföranden ställer det liggande förslaget under proposition och finner att "
            "regionstyrelsen bifaller det liggande förslaget.",
            id="alone and carried",
        ),
        pytest.param(
            Question(Q.SINGLE, (Option("Eva Ek", Put.ADD),), None),
            "Ordföranden ställer Eva Eks tillägg under proposition och finner att "
            "regionstyrelsen avslår Eva Eks tillägg.",
            id="alone and fallen",
        ),
        pytest.param(
            Question(Q.AGAINST, (BASE, EVAS), 1),
            "Ordföranden ställer det liggande förslaget mot Eva Eks förslag och finner att "
            "regionstyrelsen bifaller Eva Eks förslag.",
            id="two against each other",
        ),
        pytest.param(
            Question(Q.EACH, (BASE, EVAS, OWN), 2),
            "Ordföranden ställer det liggande förslaget, Eva Eks förslag och eget förslag "
            "vart och ett under proposition och finner att regionstyrelsen bifaller "
            "ordförandens förslag.",
            id="three each in turn, the chair's own carried",
        ),
    ],
)
def test_a_question_is_told_with_its_finding(question: Question, text: str) -> None:
    assert question_text(BODY, question) == text
