"""Strategies for proposals and for the questions that the chair puts on them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind, option_for
from tests.records.words import GROUPS, bare_clauses, clauses

_K = ProposalKind
_SAID = {
    _K.APPROVE: ["", "bifalla nämndens förslag.", "bifalla förslaget i dess helhet."],
    _K.REJECT: ["", "avslå förslaget av ekonomiska skäl.", "avslå samtliga beslutspunkter."],
    _K.TABLE: ["", "till nästa sammanträde.", "till den 3 maj 2026."],
}
_AMENDMENTS = ["den första punkten får lydelsen ”{}”.", "beloppet sätts till 5 mnkr för att {}."]


@st.composite
def _words(draw: st.DrawFn, kind: ProposalKind) -> str:
    """The words beyond the kind, as the wording continues with them."""
    clause = draw(bare_clauses)
    if kind is _K.AMEND:
        return draw(st.sampled_from(_AMENDMENTS)).format(clause)
    if kind is _K.REFER_BACK:
        return draw(st.sampled_from(["", f"för att {clause}.", f"till nämnden för att {clause}."]))
    if kind in _SAID:
        return draw(st.sampled_from(_SAID[kind]))
    return f"{clause}."


@st.composite
def _moved(
    draw: st.DrawFn, by: tuple[Person, ...], kinds: Sequence[ProposalKind]
) -> list[Proposal]:
    """What one group of movers wants, in the first place and maybe in the second."""
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=2, unique=True))
    return [Proposal(by, kind, n, text=draw(_words(kind))) for n, kind in enumerate(chosen, 1)]


@st.composite
def _answers(draw: st.DrawFn, by: tuple[Person, ...], theirs: Sequence[Proposal]) -> list[Proposal]:
    """Support for a proposal that stands already, or opposition to its mover."""
    one = draw(st.sampled_from(theirs))
    if draw(st.booleans()):
        return [Proposal(by, one.kind, draw(st.sampled_from([1, 2])), supports=one.mover)]
    return [Proposal(by, _K.REJECT, draw(st.sampled_from([1, 2])), against=one.mover)]


@st.composite
def _movers(draw: st.DrawFn, people: Sequence[Person]) -> list[tuple[Person, ...]]:
    """Those who move together: persons, the chair alone or with one, or a party's group."""
    first = (people[0],) if draw(st.booleans()) else (people[0], people[1], people[2])
    group = Person(None, draw(st.sampled_from(GROUPS)))
    chair = (CHAIR,) if draw(st.booleans()) else (CHAIR, people[3])
    everyone = [first, (people[4],), chair, (group,)]
    return draw(st.permutations(everyone).map(lambda all_of_them: all_of_them[:3]))


@st.composite
def proposals(draw: st.DrawFn, people: Sequence[Person], *, formal: bool) -> tuple[Proposal, ...]:
    """Proposals in the order put; a mover has one of each kind at most."""
    kinds = [k for k in _K if (k is _K.OTHER) <= formal and not (formal and k is _K.COUNTER)]
    found: list[Proposal] = []
    for by in draw(_movers(people))[: draw(st.integers(0, 3))]:
        found += draw(_moved(by, kinds))
    named = [p for p in found if p.by[0] != CHAIR and not p.by[0].is_group]
    if named:
        answering = [(people[5], people[6]), (people[7],)]
        for by in answering[: draw(st.integers(0, 2))]:
            found += draw(_answers(by, named))
    taken_back = draw(st.lists(withdrawn, max_size=1))
    return (*taken_back, *found) if draw(st.booleans()) else (*found, *taken_back)


def _options(proposals: Sequence[Proposal]) -> list[Option]:
    """What can be put: the base, and each proposal by its mover, a group's by no name."""
    own = [p for p in standing(proposals) if not p.supports and not p.against]
    return [BASE, *dict.fromkeys(option_for(p) for p in own)]


@st.composite
def _question(draw: st.DrawFn, options: Sequence[Option]) -> Question:
    sizes = {QuestionKind.SINGLE: (1, 1), QuestionKind.AGAINST: (2, 2), QuestionKind.EACH: (2, 5)}
    kind = draw(st.sampled_from([k for k, (least, _) in sizes.items() if least <= len(options)]))
    least, most = sizes[kind]
    size = draw(st.integers(least, min(most, len(options))))
    several = st.lists(st.sampled_from(options), min_size=size, max_size=size, unique=True)
    finding = st.integers(0, size - 1)
    carried = draw(st.none() | finding if kind is QuestionKind.SINGLE else finding)
    return Question(kind, tuple(draw(several)), carried)


@st.composite
def questions(draw: st.DrawFn, proposals: Sequence[Proposal]) -> tuple[Question, ...]:
    """Questions on the proposals, with any finding that answers them."""
    options = _options(proposals)
    if len(options) > 1:
        amended = [Option(o.by, OptionKind.AMEND) for o in options[1:]]
        options += draw(st.sampled_from([[], amended[:1]]))
    asked = st.lists(_question(options), max_size=3) if standing(proposals) else st.just([])
    return tuple(draw(asked))


withdrawn = st.builds(
    lambda text: Proposal((Person("Ulla Trägård", "C"),), _K.ADD, text=text, withdrawn=True),
    clauses,
)
"""A proposal that its mover took back: it leaves no trace in the minutes (KL 5:67)."""
