"""Letters to followers: what is new, as words and as they are to be seen on a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.documents.templates import written
from minutes.domain.letters import Letter
from minutes.domain.wording.names import genitive

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Told:
    """A § that is new: what it is called, what became of it, and where it is read."""

    where: str
    title: str
    ended: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is new in something that is followed; `more` §§ are not told of here."""

    heading: str
    address: str
    told: Sequence[Told]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """A letter's content: from whom, what is new, and where one changes and stops it."""

    sender: str
    parts: Sequence[Part]
    settings: str
    unsubscribe: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What a letter asks that confirms an address: what is followed, and where one says yes."""

    sender: str
    what: str
    address: str


def cut(text: str, most: int = _LONGEST) -> str:
    """The beginning of a text, to the end of a word."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def _count(digest: Digest) -> int:
    return sum(len(part.told) + part.more for part in digest.parts)


def _subject(digest: Digest) -> str:
    count = _count(digest)
    many = "en ny paragraf" if count == 1 else f"{count} nya paragrafer"
    if len(digest.parts) == 1:
        return f"{cut(digest.parts[0].heading, 100)}: {many}"
    return f"Det du följer: {many}"


def _told_lines(one: Told) -> Sequence[str]:
    words = [one.words] if one.words else []
    return [f"{one.where}: {one.ended}", one.title, *words, one.address, ""]


def _part_lines(part: Part) -> Sequence[str]:
    more = [f"Och {part.more} till: {part.address}", ""] if part.more else []
    told = [line for one in part.told for line in _told_lines(one)]
    return [part.heading.upper(), "", *told, *more]


def digest_letter(digest: Digest, to: str, name: str) -> Letter:
    """The letter of what is new."""
    lines = [line for part in digest.parts for line in _part_lines(part)]
    end = [
        f"Paragraf, på uppdrag av {digest.sender}",
        f"Ändra vad du följer: {digest.settings}",
        f"Sluta få brev: {digest.unsubscribe}",
    ]
    html = written("digest", styles="letter", digest=digest, subject=_subject(digest))
    words = "\n".join([*lines, *end, ""])
    return Letter(to, name, _subject(digest), words, html, digest.unsubscribe)


def asking_letter(asking: Asking, to: str) -> Letter:
    """The letter that asks whether the owner of an address wants letters."""
    words = (
        "Hej!\n\nNågon, förmodligen du, vill få brev hit om nyheter i "
        f"{genitive(asking.sender)} protokoll: {asking.what}.\n\n"
        f"Bekräfta det här, inom två dygn:\n{asking.address}\n\n"
        "Var det inte du behöver du inte göra något. Då raderas adressen.\n\n"
        f"Paragraf, på uppdrag av {asking.sender}\n"
    )
    html = written("asking", styles="letter", asking=asking, sender=genitive(asking.sender))
    return Letter(to, "", f"Bekräfta att du vill följa: {cut(asking.what, 100)}", words, html)
