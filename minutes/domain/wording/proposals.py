"""Proposals in prose: who moves what, without withdrawn ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.wording.names import genitive, persons

_K = ProposalKind
_NOUNS = {
    _K.APPROVE: "förslag om bifall",
    _K.ADD: "tillägg",
    _K.AMEND: "ändringsförslag",
    _K.REFER_BACK: "förslag om återremiss",
    _K.TABLE: "förslag om bordläggning",
    _K.REJECT: "förslag om avslag",
    _K.COUNTER: "förslag",
    _K.OTHER: "förslag",
}
_OWN = {
    _K.APPROVE: "bifalla det liggande förslaget.",
    _K.REJECT: "avslå det liggande förslaget.",
    _K.REFER_BACK: "återremittera ärendet.",
    _K.TABLE: "bordlägga ärendet.",
    _K.AMEND: "en ändring av det liggande förslaget.",
    _K.ADD: "ett tillägg till det liggande förslaget.",
}
_WITH_TEXT = {
    _K.APPROVE: "{text}",
    _K.REJECT: "{text}",
    _K.AMEND: "bifalla det liggande förslaget med följande ändring: {text}",
    _K.ADD: "följande tillägg: {text}",
    _K.COUNTER: "avslå det liggande förslaget och i stället {text}",
    _K.REFER_BACK: "återremittera ärendet {text}",
    _K.TABLE: "bordlägga ärendet {text}",
    _K.OTHER: "att {text}",
}
_JOINING = {
    "att", "av", "därför", "då", "eftersom", "enligt", "från", "för", "i", "inför", "innan",
    "med", "mot", "och", "om", "på", "samt", "så", "till", "tills", "under", "utan",
    "utifrån", "vid",
}  # fmt: skip
"""Words that lead on from "återremittera ärendet"; before others something has to stand."""


def reasons(text: str) -> str:
    """Why an item is put off, as the sentence goes on after "återremittera ärendet"."""
    first = text.split(maxsplit=1)[0].strip(",;:").lower() if text.strip() else ""
    if not first or first in _JOINING:
        return text
    return f"med följande motivering: {text}" if text[0].isupper() else f"för att {text}"


def noun(kind: ProposalKind) -> str:
    """What a proposal of the kind is called in the genitive: "Eva Eks tillägg"."""
    return _NOUNS[kind]


def _words(proposal: Proposal) -> str:
    if proposal.against is not None:
        return f"avslå {genitive(proposal.against)} förslag."
    if proposal.text:
        return _WITH_TEXT[proposal.kind].format(text=proposal.text)
    return _OWN.get(proposal.kind, "ett eget förslag.")


def _place(proposal: Proposal, all_of_them: Sequence[Proposal]) -> str:
    """The words "i första hand" stand only where the same movers have a second place."""
    if proposal.rank == 2:
        return "i andra hand "
    has_second = any(p.by == proposal.by and p.rank == 2 for p in all_of_them)
    return "i första hand " if has_second else ""


def proposal_text(proposal: Proposal, others: Sequence[Proposal]) -> str:
    """One proposal as a paragraph; `others` are all proposals of the §."""
    movers = persons(proposal.by)
    place = _place(proposal, others)
    if proposal.supports is not None:
        return f"{movers} stödjer {place}{genitive(proposal.supports)} {noun(proposal.kind)}."
    return f"{movers} föreslår {place}{_words(proposal)}"


def proposals_text(proposals: Iterable[Proposal]) -> str:
    """All proposals that stand, a paragraph each."""
    live = standing(proposals)
    return "\n\n".join(proposal_text(p, live) for p in live)
