"""What a proposal is called later in a §: a name that settles which kind it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.wording.names import genitive

_K = ProposalKind
_UNSETTLED = {_K.COUNTER, _K.OTHER}
_CALLED = {"tilläggs": _K.ADD, "ändrings": _K.AMEND}


def _called(name: str, text: str) -> ProposalKind | None:
    owner = rf"(?:{re.escape(genitive(name))}|{re.escape(name)}s?)"
    found = re.search(
        rf"\b{owner}(?: \([^)]*\))? (?P<sort>tilläggs(?=yrkande|förslag)|ändrings(?=yrkande))", text
    )
    return _CALLED[found["sort"]] if found else None


def as_called(proposals: Sequence[Proposal], text: str) -> tuple[Proposal, ...]:
    """The proposals, each of the kind that the § calls it where its own words leave it open."""
    found = []
    for one in proposals:
        is_open = one.kind in _UNSETTLED and one.supports is None and one.mover is not None
        kind = _called(one.mover or "", text) if is_open else None
        found.append(replace(one, kind=kind or one.kind))
    return tuple(found)
