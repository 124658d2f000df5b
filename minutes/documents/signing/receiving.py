"""A file that was signed elsewhere is taken back, or turned away with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.documents.signing.apart import examine
from minutes.documents.signing.check import check
from minutes.documents.signing.checked import Checked, Flaw, Found
from minutes.documents.signing.holders import Holder
from minutes.documents.signing.trust import Trust
from minutes.domain.errors import Phrase, RuleBroken

WHY = {
    Flaw.BROKEN: Phrase("innehållet stämmer inte med underskriften"),
    Flaw.UNTRUSTED: Phrase("ingen som registret litar på går i god för certifikatet"),
    Flaw.EXPIRED: Phrase("certifikatet gäller inte"),
    Flaw.REVOKED: Phrase("certifikatet är spärrat"),
    Flaw.UNTIMELY: Phrase("tidsstämpeln går inte att lita på"),
    Flaw.CHANGED_AFTER: Phrase("filen har ändrats sedan det skrevs under"),
    Flaw.INEXACT: Phrase("underskriften är inte skriven som den ska"),
    Flaw.UNCOVERED: Phrase("underskriften omfattar inte hela filen"),
    Flaw.UNREADABLE: Phrase("underskriften går inte att läsa"),
}
"""Why a signature is not accepted, by what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Who is to have signed: by the name in the certificate, or by an e-mail address in it."""

    name: str
    email: str
    by: str

    def is_held_by(self, holder: Holder) -> bool:
        """Whether a certificate is theirs."""
        if self.by == "email":
            return self.email.lower() in {one.lower() for one in holder.emails}
        return _plain(holder.name) == _plain(self.name)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def require_sound(checked: Checked, added: Sequence[Found]) -> None:
    """Raise RuleBroken with the first thing that is wrong with the file or a new signature."""
    flaws = [*checked.flaws, *(flaw for one in added for flaw in one.flaws)]
    flaws += [flaw for one in checked.found for flaw in one.flaws if flaw is Flaw.CHANGED_AFTER]
    if flaws:
        raise RuleBroken("Underskriften godtas inte: {why}.", why=WHY[flaws[0]])


def require_own(holder: Holder, who: Expected) -> None:
    """Raise RuleBroken unless a certificate is somebody's."""
    if not who.is_held_by(holder):
        raise RuleBroken(
            "Certifikatet är {other}s, men det är {name} som ska skriva under.",
            other=holder.name,
            name=who.name,
        )


def require_made(before: bytes, content: bytes, trust: Trust) -> None:
    """Raise RuleBroken unless a signature that was made here stands as others will check it."""
    checked = check(content, trust)
    require_sound(checked, [one for one in checked.found if one.ends_at > len(before)])


def require_signed_by(added: Sequence[Found], who: Expected) -> None:
    """Raise RuleBroken unless all that was added is somebody's own."""
    own = [one for one in added if not one.is_timestamp]
    if not own:
        raise RuleBroken("Filen är inte underskriven. Skriv under den och lämna in den igen.")
    for one in own:
        if not who.is_held_by(one.holder):
            raise RuleBroken(
                "Filen är underskriven av {other}, men det är {name} som ska skriva under.",
                other=one.holder.name,
                name=who.name,
            )


def require_received(handed_out: bytes, content: bytes, who: Expected, trust: Trust) -> None:
    """Raise RuleBroken unless it is the file that was handed out, signed by whom it should be."""
    if content == handed_out:
        raise RuleBroken("Filen är inte underskriven. Skriv under den och lämna in den igen.")
    if not content.startswith(handed_out):
        raise RuleBroken(
            "Filen är inte den som lämnades ut: den är en annan version, eller har ändrats eller "
            "sparats om. Hämta filen här igen, skriv under just den och lämna in den orörd."
        )
    found = examine(content, trust, beginning=len(handed_out))
    added = [one for one in found.checked.found if one.ends_at > len(handed_out)]
    require_sound(found.checked, added)
    require_signed_by(added, who)
    if not found.extends:
        raise RuleBroken(
            "Något mer än en underskrift har lagts till i filen. Hämta filen här igen och skriv "
            "under just den."
        )
