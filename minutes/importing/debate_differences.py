"""Where the words and the data differ on proposals, questions and votes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from minutes.domain.errors import Phrase
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal
from minutes.domain.questions import Question
from minutes.domain.record import Item
from minutes.domain.voting import BallotChoice, Vote
from minutes.domain.wording.names import person, persons
from minutes.domain.wording.questions import option_text
from minutes.importing.pairs import paired

_TOTALS = (
    (BallotChoice.YES, Phrase("ja-röster")),
    (BallotChoice.NO, Phrase("nej-röster")),
    (BallotChoice.ABSTAIN, Phrase("som avstår")),
    (BallotChoice.ABSENT, Phrase("frånvarande")),
)
_SAID = {
    BallotChoice.YES: Phrase("ja"),
    BallotChoice.NO: Phrase("nej"),
    BallotChoice.ABSTAIN: Phrase("avstår"),
    BallotChoice.ABSENT: Phrase("frånvarande"),
    None: Phrase("ingenting"),
}


def _of_proposal(one: Proposal | None, other: Proposal | None) -> Iterator[Phrase]:
    if one is not None and other is not None:
        yield Phrase(
            "Förslaget av {who} är ett annat i texten än i uppgifterna.", who=persons(one.by)
        )
    elif one is not None:
        yield Phrase("Förslaget av {who} finns inte i uppgifterna.", who=persons(one.by))
    elif other is not None:
        yield Phrase("Förslaget av {who} finns inte i texten.", who=persons(other.by))


def proposals(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the proposals: who moves what."""
    mine, others = told.proposals, known.proposals
    for one, other in paired(mine, others, lambda p: (p.by, p.rank)):
        yield from _of_proposal(one, other)
    if mine != others and set(mine) == set(others):
        yield Phrase("Förslagen står i en annan ordning i texten än i uppgifterna.")


def _found(question: Question) -> str:
    if question.carried is None:
        return f"avslag på {option_text(question.options[0], by_chair=False)}"
    return option_text(question.options[question.carried], by_chair=False)


def _of_question(number: int, one: Question, other: Question) -> Iterator[Phrase]:
    if set(one.options) != set(other.options) or one.kind is not other.kind:
        yield Phrase(
            "Fråga {number} ställer andra förslag i texten än i uppgifterna.", number=number
        )
    elif _found(one) != _found(other):
        yield Phrase(
            "Fråga {number} utfaller med {told} i texten men med {known} i uppgifterna.",
            number=number,
            told=_found(one),
            known=_found(other),
        )
    elif one != other:
        yield Phrase(
            "Fråga {number} nämner förslagen i en annan ordning i texten än i uppgifterna.",
            number=number,
        )


def questions(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the questions: what was put, and what was found."""
    if len(told.questions) != len(known.questions):
        yield Phrase(
            "Antal frågor från ordföranden: {told} i texten, {known} i uppgifterna.",
            told=len(told.questions),
            known=len(known.questions),
        )
    for number, (one, other) in enumerate(zip(told.questions, known.questions, strict=False), 1):
        yield from _of_question(number, one, other)


def _totals(one: Vote, other: Vote) -> Iterator[Phrase]:
    mine = (one.yes, one.no, one.abstain, one.absent)
    others = (other.yes, other.no, other.abstain, other.absent)
    for (_, called), here, there in zip(_TOTALS, mine, others, strict=True):
        if here != there:
            yield Phrase(
                "Texten säger {told} {what}, uppgifterna säger {known}.",
                told=here,
                what=called,
                known=there,
            )


def _ballots(one: Vote, other: Vote) -> Iterator[Phrase]:
    """Of who voted how; names that do not agree with the totals are not read at all."""
    if other.ballots and not one.ballots:
        yield Phrase("Namnen i texten är inte så många som rösterna.")
        return
    mine = {b.person: b.ballot for b in one.ballots}
    others = {b.person: b.ballot for b in other.ballots}
    for who in dict.fromkeys([*mine, *others]):
        if mine.get(who) is not others.get(who):
            yield Phrase(
                "{who} röstar {told} i texten men {known} i uppgifterna.",
                who=person(who),
                told=_SAID[mine.get(who)],
                known=_SAID[others.get(who)],
            )


def _named(who: Person | None) -> object:
    return Phrase("ingen") if who is None else person(who)


def _settled(one: Vote, other: Vote) -> Iterator[Phrase]:
    if one.carried is not other.carried:
        yield Phrase("Omröstningens utfall är ett annat i texten än i uppgifterna.")
    if one.casting_vote != other.casting_vote:
        yield Phrase(
            "Utslagsröst har {told} i texten men {known} i uppgifterna.",
            told=_named(one.casting_vote),
            known=_named(other.casting_vote),
        )
    if one.lot is not other.lot:
        yield Phrase("Texten och uppgifterna säger olika om lotten avgjorde.")


def _form(one: Vote, other: Vote) -> Iterator[Phrase]:
    if (one.yes_means, one.no_means) != (other.yes_means, other.no_means):
        yield Phrase("Ja och nej betyder annat i texten än i uppgifterna.")
    if one.closed is not other.closed:
        yield Phrase("Texten och uppgifterna säger olika om omröstningen var sluten.")
    if (one.question, one.preliminary) != (other.question, other.preliminary):
        yield Phrase("Omröstningen avgör en annan fråga i texten än i uppgifterna.")


def votes(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the votes: totals, names, what settled them, what they were about."""
    if len(told.votes) != len(known.votes):
        yield Phrase(
            "Antal omröstningar: {told} i texten, {known} i uppgifterna.",
            told=len(told.votes),
            known=len(known.votes),
        )
        return
    for one, other in zip_longest(told.votes, known.votes):
        for part in (_totals, _ballots, _settled, _form):
            yield from part(one, other)
