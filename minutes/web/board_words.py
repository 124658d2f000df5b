"""The words of the screen for notices, appeals and legal force."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.legal_force import AppealOutcome, Force
from minutes.domain.notices import NoticeState
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    NoticeState: {
        NoticeState.POSTED: marked("Anslaget"),
        NoticeState.TAKEN_DOWN: marked("Nedtaget"),
        NoticeState.INTERRUPTED: marked("Avbrutet"),
    },
    Force: {
        Force.NOT_APPEALABLE: marked("Kan inte överklagas för sig"),
        Force.NOT_ANNOUNCED: marked("Inte tillkännagivet"),
        Force.APPEAL_PERIOD: marked("Kan överklagas"),
        Force.APPEALED: marked("Överklagat"),
        Force.LEGAL_FORCE: marked("Laga kraft"),
        Force.ANNULLED: marked("Upphävt av domstol"),
    },
    AppealOutcome: {
        AppealOutcome.DISMISSED: marked("Överklagandet avslogs"),
        AppealOutcome.ANNULLED: marked("Beslutet upphävdes"),
        AppealOutcome.NOT_TRIED: marked("Överklagandet avvisades"),
        AppealOutcome.WRITTEN_OFF: marked("Målet skrevs av"),
    },
}

COLORS: Mapping[type[Enum], Mapping[Any, str]] = {
    NoticeState: {
        NoticeState.POSTED: "accent",
        NoticeState.INTERRUPTED: "ochre",
    },
}
