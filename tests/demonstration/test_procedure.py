"""What the demonstration shows of procedure: minorities, handling, contested grounds."""

from __future__ import annotations

import pytest

from minutes.demonstration.region import region
from minutes.domain.attendance import serving
from minutes.domain.proposals import ProposalKind
from minutes.domain.record import Item, Protocol
from minutes.domain.voting import minority_refers_back

Items = tuple[Item, ...]
Protocols = tuple[Protocol, ...]


def _minority_refers_back(protocol: Protocol, item: Item) -> bool:
    """Whether an item goes back though more voted for deciding it (KL 5:50)."""
    kind = next(body.kind for body in region().bodies if body.name == protocol.body)
    present = len(serving(protocol.attendance, item.number))
    return item.referred_back and any(
        vote.carried is False
        and vote.no < vote.yes
        and minority_refers_back(vote.no, present, kind)
        for vote in item.votes
    )


def test_a_third_of_the_assembly_refers_an_item_back(protocols: Protocols) -> None:
    assert any(_minority_refers_back(p, item) for p in protocols for item in p.items)


@pytest.mark.parametrize(
    ("word", "carried"),
    [
        pytest.param("ajourneras", True, id="to adjourn the meeting"),
        pytest.param("remitteras", False, id="to ask for opinions first"),
    ],
)
def test_a_proposal_on_the_handling_is_put_first(items: Items, word: str, carried: bool) -> None:
    (moved,) = (
        (p, item.questions[0])
        for item in items
        for p in item.proposals
        if p.kind is ProposalKind.OTHER and word in p.text
    )

    proposal, question = moved
    assert [option.by for option in question.options] == [proposal.mover]
    assert (question.carried == 0) is carried


def test_a_contested_disqualification_is_decided_before_the_matter(items: Items) -> None:
    (item,) = (i for i in items if sum("jävig" in p.text for p in i.proposals) > 1 and i.decision)

    assert item.decision is not None
    assert any("inte är jävig" in point.text for point in item.decision.points)
    movers = {p.mover for p in item.proposals if "jävig" in p.text}
    assert {option.by for option in item.questions[0].options} == movers
    assert not item.disqualified
