"""The chair's questions and findings in prose."""

from __future__ import annotations

from minutes.domain.persons import CHAIR
from minutes.domain.questions import Option, OptionKind, Question, QuestionKind
from minutes.domain.texts import lower_first
from minutes.domain.wording.names import genitive, listed

_NOUNS = {
    OptionKind.PROPOSAL: "förslag",
    OptionKind.ADD: "tillägg",
    OptionKind.AMEND: "ändringsförslag",
    OptionKind.REFER_BACK: "förslag om återremiss",
    OptionKind.TABLE: "förslag om bordläggning",
}


def option_text(option: Option, *, by_chair: bool = True) -> str:
    """What is put: "det liggande förslaget", "eget förslag", "Eva Eks tillägg".

    What has no mover's name is a party group's. With `by_chair` false the chair's own is told
    of in the third person.
    """
    if option.kind is OptionKind.BASE:
        return "det liggande förslaget"
    noun = _NOUNS[option.kind]
    if option.by is None:
        return f"partigruppens {noun}"
    if option.by == CHAIR.name:
        return f"eget {noun}" if by_chair else f"ordförandens {noun}"
    return f"{genitive(option.by)} {noun}"


def asked_text(question: Question) -> str:
    """What the chair puts: "Eva Eks tillägg under proposition", "eget förslag mot ..."."""
    options = [option_text(o) for o in question.options]
    if question.kind is QuestionKind.AGAINST:
        return " mot ".join(options)
    if question.kind is QuestionKind.EACH:
        return f"{listed(options)} vart och ett under proposition"
    return f"{options[0]} under proposition"


def _found(question: Question) -> str:
    if question.carried is None:
        return f"avslår {option_text(question.options[0], by_chair=False)}"
    return f"bifaller {option_text(question.options[question.carried], by_chair=False)}"


def question_text(body: str, question: Question) -> str:
    """One question with its finding: "Ordföranden ställer ... och finner att ..."."""
    asked, found = asked_text(question), _found(question)
    return f"Ordföranden ställer {asked} och finner att {lower_first(body)} {found}."
