"""What a sentence says of ballots: totals in whatever words, and who answered what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice
from minutes.importing.names import persons

_C = BallotChoice
_NUMBERS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip
_SAME_AS = {"ingen": "noll", "inga": "noll", "ett": "en"}
_NUM = rf"(?P<n>\d{{1,3}}|ingen|inga|ett|{'|'.join(_NUMBERS)})"
_COUNTS = re.compile(
    rf"\b{_NUM}(?: (?:st\.?|stycken|ledamöter|ledamot|röster|röst|personer|som|har))*"
    rf"(?: (?:röstar|röstade|röstat|avgav|avgivna|för|är))*"
    rf" (?P<c>ja|nej|avstår|avstod|avstått|avstående|nedlagd[ae]?|blank[at]?|frånvarande)"
    rf"(?:-?röst\w*)?\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?P<c>ja|nej|avstår|avstod|avst|frånvarande|frånv)(?:-?röster)?(?: från att rösta)?"
    r"(?: ?[:=] ?| \(|: \()(?P<n>\d{1,3})\b(?! ?[A-Za-zåäö§])",
    re.IGNORECASE,
)
_CHOICES = {
    "ja": _C.YES,
    "nej": _C.NO,
    "av": _C.ABSTAIN,
    "ne": _C.ABSTAIN,
    "bl": _C.ABSTAIN,
    "fr": _C.ABSENT,
}
_LISTED = re.compile(
    r"^(?P<c>ja|nej|avstår|avstod|frånvarande)(?:-?röst(?:er|ar)?)?(?: röstar| \(\d+\))?:?\s+"
    r"(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:röstar|röstade|har röstat) (?P<c>ja|nej)\b|\b(?P<d>avst(?:år|od))(?: från att rösta)?\b",
    re.IGNORECASE,
)
_EACH_SAYS = re.compile(r"\) ?[-–:] ?(?P<c>JA|NEJ|AVSTÅR|Ja|Nej|Avstår)\b")


def choice_of(word: str) -> BallotChoice:
    """The answer that a word names: "ja", "Nej", "avst."."""
    word = word.lower()
    return _CHOICES.get(word) or _CHOICES[word[:2]]


def _number(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(_SAME_AS.get(word, word))


def totals_in(text: str) -> list[tuple[BallotChoice, int]]:
    """The totals of a sentence, in order."""
    found = [(m.start(), choice_of(m["c"]), _number(m["n"])) for m in _COUNTS.finditer(text)]
    taken = {choice for _, choice, _ in found}
    found += [
        (m.start(), choice_of(m["c"]), int(m["n"]))
        for m in _LABELLED.finditer(text)
        if choice_of(m["c"]) not in taken
    ]
    return [(choice, number) for _, choice, number in sorted(found)]


def named_in(text: str) -> Iterator[tuple[Person, BallotChoice]]:
    """Persons with the answer that a sentence gives them."""
    each = _EACH_SAYS.search(text)
    listed = _LISTED.match(text)
    says = _SAYS.search(text)
    if each is not None:
        for piece in re.split(r"(?<=JA)|(?<=NEJ)|(?<=AVSTÅR)|(?<=Ja)\b|(?<=Nej)\b|\n", text):
            answer = _EACH_SAYS.search(piece)
            for person in persons(piece) if answer else ():
                yield person, choice_of(answer["c"]) if answer else _C.YES
    elif listed is not None:
        yield from ((p, choice_of(listed["c"])) for p in persons(text))
    elif says is not None:
        head = text[: says.start()] if persons(text[: says.start()]) else text[says.end() :]
        yield from ((p, choice_of(says["c"] or says["d"])) for p in persons(head))
