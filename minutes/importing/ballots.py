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
    r"^(?P<c>ja|nej|avstår|avstod|frånvarande)(?:-?röst(?:er|ar)?)?"
    r"(?: röstar| röstade| \(\d+\))?:?\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_STANDS_OVER = re.compile(
    r"^(?:följande(?: (?:ledamöter|personer))?,? )?(?:(?:röstar|röstade|har röstat) )?"
    r"(?P<c>ja|nej|avstår|avstod|avstående|frånvarande)(?: från att rösta)?"
    r"(?:-?röst(?:er|ar|ade)?)?(?: (?:röstar|röstade|avges av|avgavs av|avgivna av))?"
    r"(?:,? \(?\d{1,3}\)?(?: (?:st|röster))?)?\.?:?$",
    re.IGNORECASE,
)
_BEFORE_LIST = re.compile(
    r"(?<=\)) (?=(?:Ja|Nej|Avst(?:år|od)|Frånvarande|Följande)\b[^().,]{0,40}:)"
)
"""Where one answer's list ends and the next begins, in one paragraph without full stops."""
_EACH_BY = re.compile(
    rf"\b(?:\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<c>ja|nej)-?röst(?:er)? (?:av|från) "
    r"(?P<who>.+?)(?=\b(?:\d{1,3}|ingen|inga) |$)",
    re.IGNORECASE | re.S,
)
_SAYS = re.compile(
    r"\b(?:röstar|röstade|har röstat) (?P<c>ja|nej)\b|\b(?P<d>avst(?:år|od))(?: från att rösta)?\b",
    re.IGNORECASE,
)
_EACH_SAYS = re.compile(r"\) ?[-–:] ?(?P<c>JA|NEJ|AVSTÅR|Ja|Nej|Avstår)\b")


def standing_answer(text: str) -> BallotChoice | None:
    """The answer that stands as a heading over the names of those who gave it."""
    match = _STANDS_OVER.match(text)
    return choice_of(match["c"]) if match else None


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


_Said = Iterator[tuple[Person, BallotChoice]]


def _each_says(text: str) -> _Said:
    """Of "A (X) - JA" and the like, line by line."""
    for piece in re.split(r"(?<=JA)|(?<=NEJ)|(?<=AVSTÅR)|(?<=Ja)\b|(?<=Nej)\b|\n", text):
        answer = _EACH_SAYS.search(piece)
        if answer is not None:
            yield from ((p, choice_of(answer["c"])) for p in persons(piece))


def _with_verb(text: str) -> _Said:
    """Of "A (X) röstar ja och B (Y) nej", or of "Ja röstar A (X)": names stand on one side."""
    says = list(_SAYS.finditer(text))
    before = bool(says) and bool(persons(text[: says[0].start()]))
    ends = [*(m.start() for m in says[1:]), len(text)][: len(says)]
    starts = [0, *(m.end() for m in says[:-1])]
    for match, start, end in zip(says, starts, ends, strict=False):
        where = text[start : match.start()] if before else text[match.end() : end]
        yield from ((p, choice_of(match["c"] or match["d"])) for p in persons(where))


def parted(sentence: str) -> list[str]:
    """The lists of several answers that run on without a full stop between them."""
    return _BEFORE_LIST.split(sentence)


def named_in(text: str) -> Iterator[tuple[Person, BallotChoice]]:
    """Persons with the answer that a sentence gives them."""
    listed = _LISTED.match(text)
    by = list(_EACH_BY.finditer(text))
    if _EACH_SAYS.search(text):
        yield from _each_says(text)
    elif listed is not None:
        yield from ((p, choice_of(listed["c"])) for p in persons(text))
    elif by:
        yield from ((p, choice_of(each["c"])) for each in by for p in persons(each["who"]))
    else:
        yield from _with_verb(text)
