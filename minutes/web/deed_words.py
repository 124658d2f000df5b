"""The words of the screen for what members do, and how it goes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.fates import Fate
from minutes.domain.proposals import ProposalKind
from minutes.domain.voting import BallotChoice
from minutes.store.queries.deed_kinds import DeedKind
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    ProposalKind: {
        ProposalKind.APPROVE: marked("Bifall"),
        ProposalKind.REJECT: marked("Avslag"),
        ProposalKind.AMEND: marked("Ändring"),
        ProposalKind.ADD: marked("Tillägg"),
        ProposalKind.COUNTER: marked("Motförslag"),
        ProposalKind.REFER_BACK: marked("Återremiss"),
        ProposalKind.TABLE: marked("Bordläggning"),
        ProposalKind.OTHER: marked("Eget förslag"),
    },
    Fate: {
        Fate.APPROVED: marked("Bifallet"),
        Fate.REJECTED: marked("Avslaget"),
        Fate.FELL: marked("Föll utan att ställas"),
        Fate.UNTOLD: marked("Utfallet framgår inte"),
    },
    BallotChoice: {
        BallotChoice.YES: marked("Ja"),
        BallotChoice.NO: marked("Nej"),
        BallotChoice.ABSTAIN: marked("Avstår"),
        BallotChoice.ABSENT: marked("Frånvarande"),
    },
    DeedKind: {
        DeedKind.RESERVATION: marked("Reservationer"),
        DeedKind.PROPOSAL: marked("Yrkanden"),
        DeedKind.NOTE: marked("Yttranden och anteckningar"),
        DeedKind.BALLOT: marked("Röster"),
        DeedKind.DISQUALIFICATION: marked("Jäv"),
        DeedKind.STAND_ASIDE: marked("Deltar inte i beslutet"),
        DeedKind.MOTION: marked("Motioner"),
    },
}

COLORS: Mapping[type[Enum], Mapping[Any, str]] = {
    Fate: {Fate.APPROVED: "accent", Fate.REJECTED: "wax"},
    BallotChoice: {
        BallotChoice.YES: "accent",
        BallotChoice.NO: "wax",
    },
}
