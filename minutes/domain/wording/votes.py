"""Votes in prose: what yes and no mean, the totals, the names, and how a tie was broken."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.questions import Option
from minutes.domain.texts import lower_first
from minutes.domain.voting import BallotChoice, Vote
from minutes.domain.wording.names import listed, person, persons
from minutes.domain.wording.questions import option_text

_ANSWERS = (
    (BallotChoice.YES, "Ja röstar"),
    (BallotChoice.NO, "Nej röstar"),
    (BallotChoice.ABSTAIN, "Avstår från att rösta gör"),
    (BallotChoice.ABSENT, "Frånvarande vid omröstningen är"),
)


def meanings(yes: Option, no: Option | None, *, preliminary: bool = False) -> tuple[str, str]:
    """What yes and no mean when one option meets another, or is put alone (`no` is None)."""
    told = option_text(yes, by_chair=False)
    if preliminary and no is not None:
        other = option_text(no, by_chair=False)
        return f"att {told} utses till motförslag", f"att {other} utses till motförslag"
    if no is None:
        return f"bifall till {told}", f"avslag på {told}"
    return f"bifall till {told}", f"bifall till {option_text(no, by_chair=False)}"


def _ballots(number: int, answer: str) -> str:
    return f"{number} {answer}-{'röst' if number == 1 else 'röster'}"


def totals_text(vote: Vote) -> str:
    """The figures of a vote."""
    parts = [_ballots(vote.yes, "ja"), _ballots(vote.no, "nej")]
    parts += [f"{vote.abstain} som avstår"] if vote.abstain else []
    parts += [f"{vote.absent} frånvarande"] if vote.absent else []
    return listed(parts)


_ANSWERED = {
    BallotChoice.YES: "ja",
    BallotChoice.NO: "nej",
    BallotChoice.ABSTAIN: "avstår",
    BallotChoice.ABSENT: "frånvarande",
}


def corrected_texts(before: Vote, after: Vote) -> tuple[str, str]:
    """What a corrected vote was and is: the figures, and the ballots that were other ones."""
    pairs = zip(before.ballots, after.ballots, strict=True)
    changed = [(one, other) for one, other in pairs if one != other]
    was, became = (
        "".join(f", {person(side.person)}: {_ANSWERED[side.ballot]}" for side in sides)
        for sides in (zip(*changed, strict=True) if changed else ((), ()))
    )
    return f"{totals_text(before)}{was}", f"{totals_text(after)}{became}"


def _called(vote: Vote) -> str:
    kind = "Sluten omröstning" if vote.closed else "Omröstning"
    if vote.preliminary:
        return f"{kind} begärs för att utse motförslag."
    return f"{kind} begärs."


def _meanings(vote: Vote) -> str:
    told = (("Ja", vote.yes_means), ("Nej", vote.no_means))
    return "".join(f" {answer}-röst innebär {means}." for answer, means in told if means)


def _names(vote: Vote) -> Iterator[str]:
    """Who answered what, unless the vote was secret (KL 5:54, 5:67 point 5)."""
    ballots = () if vote.closed else vote.ballots
    for choice, words in _ANSWERS:
        named = [b.person for b in ballots if b.ballot is choice]
        if named:
            yield f"{words} {persons(named)}."


def _settled(body: str, vote: Vote) -> Iterator[str]:
    if vote.casting_vote is not None:
        yield f"Vid lika röstetal avgör {person(vote.casting_vote)} med sin utslagsröst."
    if vote.lot:
        yield "Vid lika röstetal avgör lotten."
    if vote.carried is not None:
        won = "ja" if vote.carried else "nej"
        yield f"Ordföranden finner att {lower_first(body)} beslutar enligt {won}-propositionen."


def vote_text(body: str, vote: Vote) -> str:
    """One vote as paragraphs."""
    lead = f"{_called(vote)}{_meanings(vote)} Omröstningen utfaller med {totals_text(vote)}."
    return "\n\n".join([lead, *_names(vote), *_settled(body, vote)])
