"""Why a PDF is no annex, in a sentence that says how to mend it."""

from __future__ import annotations

from minutes.domain.errors import Phrase, RuleBroken
from minutes.importing.attached_contents import Fault

_HOLDS = {
    Fault.SCRIPT: Phrase("skript (JavaScript)"),
    Fault.FILM: Phrase("film, ljud eller en modell i tre dimensioner"),
    Fault.SENDS: Phrase("ett formulär som skickar eller hämtar uppgifter"),
    Fault.STARTS: Phrase("en länk som startar ett program"),
    Fault.OTHERS: Phrase("en länk som öppnar en annan fil"),
    Fault.BY_ITSELF: Phrase("något som händer av sig självt när den öppnas"),
    Fault.LIVING_FORM: Phrase("ett formulär i XFA"),
    Fault.FILES: Phrase("en annan fil inuti"),
}


def _of_file(fault: Fault, name: str) -> RuleBroken:
    if fault is Fault.LOCKED:
        return RuleBroken(
            "Filen {name} är låst med lösenord. Öppna den med lösenordet och skriv ut den till "
            "PDF på nytt.",
            name=name,
        )
    if fault is Fault.DAMAGED:
        return RuleBroken(
            "Filen {name} är skadad och kan bara läsas sedan den lagats. Öppna den, se efter att "
            "allt är med, och skriv ut den till PDF på nytt.",
            name=name,
        )
    if fault is Fault.EMPTY:
        return RuleBroken("Filen {name} har inga sidor. Skriv ut den till PDF på nytt.", name=name)
    return RuleBroken(
        "Filen {name} är för invecklad för att granskas. Skriv ut den till PDF på nytt, eller "
        "dela den i två bilagor.",
        name=name,
    )


def refusal(fault: Fault, name: str) -> RuleBroken:
    """The refusal of a file of that name."""
    if fault not in _HOLDS:
        return _of_file(fault, name)
    return RuleBroken(
        "Filen {name} innehåller {what}, och en bilaga ska bara gå att läsa. Skriv ut den till "
        "PDF på nytt, så blir bara sidorna kvar.",
        name=name,
        what=_HOLDS[fault],
    )
