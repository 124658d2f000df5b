"""What the screen calls those who adjust, what they say and how they sign."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.adjustment import SignerRole
from minutes.domain.editions import EditionScope
from minutes.domain.verdicts import SigningMethod, VerdictKind
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    EditionScope: {
        EditionScope.WHOLE: marked("Protokollet"),
        EditionScope.IMMEDIATE: marked("Omedelbar justering"),
        EditionScope.SECRET: marked("Sekretessprotokollet"),
    },
    SignerRole: {
        SignerRole.SECRETARY: marked("Sekreterare"),
        SignerRole.CHAIR: marked("Ordförande"),
        SignerRole.ADJUSTER: marked("Justerare"),
    },
    VerdictKind: {
        VerdictKind.SIGNED: marked("Undertecknade"),
        VerdictKind.REFUSED: marked("Vägrade"),
        VerdictKind.RETRACTED: marked("Återtog sin vägran"),
    },
    SigningMethod: {
        SigningMethod.CERTIFICATE: marked("eget certifikat"),
        SigningMethod.SEAL: marked("organisationens stämpel"),
        SigningMethod.SERVICE: marked("underskriftstjänst"),
        SigningMethod.PAPER: marked("på papper"),
    },
}
"""By its type, as `words.LABELS`."""
