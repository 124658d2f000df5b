"""The words of the screen for what comes to the web or the archive, and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.archiving import Missing
from minutes.domain.publishing import Publishing, Ruling
from minutes.domain.scanning import Trace
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    Missing: {
        Missing.ADJUSTMENT: marked("Inte justerat"),
        Missing.NOTICE: marked("Inte anslaget"),
        Missing.REMOVAL: marked("Anslaget är inte nedtaget"),
        Missing.JUDGMENT: marked("Överklagande pågår"),
        Missing.CERTIFICATION: marked("Rättelse väntar på att bestyrkas"),
    },
    Publishing: {
        Publishing.REVIEWED: marked("efter granskning"),
        Publishing.UNREVIEWED: marked("utan granskning, när de är justerade"),
        Publishing.NEVER: marked("inte alls"),
    },
    Ruling: {
        Ruling.MASKED: marked("Maskas"),
        Ruling.STAYS: marked("Står kvar"),
    },
    Trace: {
        Trace.PERSONAL_NUMBER: marked("Personnummer"),
        Trace.TELEPHONE: marked("Telefonnummer"),
        Trace.EMAIL: marked("E-postadress"),
        Trace.STREET: marked("Gatuadress"),
        Trace.POSTAL: marked("Postadress"),
    },
}
