"""Speech acts: who proposes or supports what, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from minutes.domain.persons import CHAIR, Person
from minutes.importing.blocks import Block, BlockKind
from minutes.importing.names import NAME, Known, actors, is_list_of_names, persons
from minutes.importing.sentences import sentences

PROPOSES = r"föreslår|föreslog|yrkar|yrkade|hemställer|hemställde|förordar|tillstyrker"
SECONDS = (
    r"stödjer|stöder|stödde|instämmer|instämde|biträder|biträdde|ansluter sig|anslöt sig"
    r"|ställer sig bakom|ställde sig bakom"
)
_VERB = rf"(?P<verb>{PROPOSES}|{SECONDS})"
_ADVERB = r"(?: (?:också|även|därutöver|vidare|därför|muntligt|skriftligt|på|sig))*"
_DIRECT = re.compile(rf"^(?P<subject>.{{2,600}}?) {_VERB}\b{_ADVERB},? ?(?P<rest>.*)$", re.S)
_TURNED = re.compile(
    rf"^(?P<adverb>[A-ZÅÄÖ][^,.(]{{2,50}}?) (?P<verb>{PROPOSES}) "
    rf"(?P<subject>{NAME}(?: \([A-ZÅÄÖa-z]+\))?|ordföranden?),? ?(?P<rest>.*)$",
    re.S,
)
_LISTED = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^:]{2,300}?\)(?: m\.? ?fl\.?)?): ?(?P<rest>"
    r"(?:att\b|bifall|avslag|avslå|återremi|bordlägg|(?:som )?tillägg|ändring|i första hand\b)"
    r".*)$",
    re.IGNORECASE | re.S,
)
"""A proposal as an entry of a list, without a verb: "Eva Ek (S): Bifall till förslaget."."""
_TURNED_SECONDS = re.compile(
    rf"^I (?P<what>[^.]{{0,60}}?(?:yrkande|förslag)\w*(?: om [^.]{{3,40}}?)?) (?P<verb>{SECONDS}) "
    r"(?P<subject>[A-ZÅÄÖ].*?)\.?$",
    re.S,
)
"""Who seconds what was just moved: "I yrkandet instämde Eva Ek (S)."."""
_BODY_SUBJECT = re.compile(r"(?:beredningen|styrelsen|nämnden|utskottet|förvaltningen|kontoret)$")
_SECOND_PLACE = re.compile(r"\bi andra hand\b", re.IGNORECASE)
_FIRST_PLACE = re.compile(r"\bi första hand\b", re.IGNORECASE)
_CHAIR_ASKS = re.compile(r"\b(?:ställer|ställde|finner|fann|prövar|prövade|konstaterar)\b")
_NO_SUBJECT = re.compile(
    r"\b(?:förvaltningen|kontoret|utskottet|nämnden|utredningen|motionären)\b", re.I
)
_IN_WHAT = re.compile(r"^i (?:yrkandet|förslaget)\b")
_WITH_CONSENT = re.compile(
    r"(?:^|,? )med instämmande (?:av|från) (?P<who>[^,.]+(?:, [^,.]+\([^)]*\))*)(?:, )?", re.I
)


@dataclass(frozen=True, slots=True)
class Act:
    """Who (`by`) does what (`verb`) with which words, in the first or second place.

    `goes_on` where the sentence says that more was said before ("Slutligen föreslår ...");
    `consenting` are those named "med instämmande av" beside the mover.
    """

    by: tuple[Person, ...]
    verb: str
    rest: str
    rank: int = 1
    line: int = 0
    goes_on: bool = False
    consenting: tuple[Person, ...] = ()

    @property
    def seconds(self) -> bool:
        """Whether it only supports somebody else's proposal."""
        return re.fullmatch(SECONDS, self.verb) is not None


def _subject(text: str, known: Known) -> tuple[Person, ...]:
    found = actors(text)
    if found and not (found == (CHAIR,) and persons(text)):
        return found
    name = known.find(text)
    return (Person(name),) if name and len(text) < len(name) + 40 else found


def _leftover(text: str, by: tuple[Person, ...]) -> int:
    """How many words of a subject are not the actors themselves."""
    for person in by:
        text = text.replace(f"{person.name} ({person.party})", "").replace(person.name or "", "")
    return len(re.findall(r"[a-zåäö]{3,}", text))


def _match(sentence: str) -> re.Match[str] | None:
    """The form in which a sentence says that somebody moves or seconds something."""
    listed = _LISTED.match(sentence)
    if listed is not None and is_list_of_names(_WITH_CONSENT.sub("", listed["subject"])):
        return listed
    turned = _TURNED.match(sentence)
    if turned is not None and not _BODY_SUBJECT.search(turned["adverb"]):
        return turned
    return _TURNED_SECONDS.match(sentence) or _DIRECT.match(sentence)


def _read(sentence: str, known: Known) -> Act | None:
    match = _match(sentence)
    if match is None:
        return None
    said = match.groupdict()
    consent = _WITH_CONSENT.search(said["subject"])
    subject = _WITH_CONSENT.sub("", said["subject"])
    by = _subject(subject, known)
    if (
        not by
        or _leftover(subject, by) > 12
        or (_NO_SUBJECT.search(subject) and not persons(subject))
    ):
        return None
    return Act(
        by,
        said.get("verb", "yrkar").lower(),
        said.get("rest", f"i {said.get('what')}").strip(),
        2 if _SECOND_PLACE.search(said.get("adverb", "")) else 1,
        goes_on="adverb" in said,
        consenting=persons(consent["who"]) if consent else (),
    )


def _ranked(act: Act) -> Iterator[Act]:
    """An act that says "i första hand ... i andra hand ..." as two."""
    second = _SECOND_PLACE.search(act.rest)
    if second is None or (act.seconds and second.start()):
        yield act
        return
    first = _FIRST_PLACE.sub("", act.rest[: second.start()]).strip()
    first = re.sub(r"(?:,|\boch|\bsamt)+\s*$", "", first).strip()
    if first:
        yield replace(act, rest=first)
    yield replace(act, rest=act.rest[second.end() :].strip(" ,:"), rank=2)


def _without_first(act: Act) -> Act:
    return replace(act, rest=_FIRST_PLACE.sub("", act.rest).strip(" ,:"))


def _of_last(act: Act, last: Act | None, known: Known) -> Act:
    """The act with the name of who moved what it seconds, where it only says "yrkandet"."""
    if last is None or not _IN_WHAT.match(act.rest) or known.find(act.rest):
        return act
    return replace(act, rest=f"i {last.by[0].name or ''}s {act.rest[2:]}")


def _in_text(text: str, line: int, known: Known) -> Iterator[Act]:
    """The acts of a paragraph; sentences that are none belong to the act before."""
    current: Act | None = None
    closed = False
    for sentence in sentences(text):
        act = _read(sentence, known)
        if act is None:
            if current is not None and not (closed := closed or bool(_CHAIR_ASKS.search(sentence))):
                current = replace(current, rest=f"{current.rest} {sentence}")
            continue
        act = _of_last(act, current, known)
        if current is not None:
            yield current
        current, closed = replace(act, line=line), False
    if current is not None:
        yield current


def _consenting(act: Act) -> Act:
    """The act with those whom its own words name as consenting."""
    match = _WITH_CONSENT.search(act.rest)
    who = persons(match["who"]) if match else ()
    if not who:
        return act
    rest = _WITH_CONSENT.sub(lambda m: " " if m.group().endswith(", ") else "", act.rest).strip()
    return replace(act, rest=rest, consenting=act.consenting + who)


def _each(act: Act) -> Iterator[Act]:
    """What an act says in each place, and beside it what those do who consent to it."""
    for part in _ranked(_consenting(act)):
        yield _without_first(part)
        if part.consenting:
            words = f"i {part.by[0].name or ''}s yrkande"
            yield replace(part, by=part.consenting, verb="instämmer", rest=words)


def read_acts(blocks: Iterable[Block], known: Known) -> list[Act]:
    """All acts of a section; list entries belong to the act that introduces them."""
    found: list[Act] = []
    for block in blocks:
        fresh = list(_in_text(block.text, block.line, known))
        if (
            not fresh
            and found
            and (block.kind is not BlockKind.PARAGRAPH or found[-1].rest.endswith(":"))
        ):
            found[-1] = replace(found[-1], rest=f"{found[-1].rest}\n{block.text}")
        for act in fresh:
            found += _each(act)
    return found
