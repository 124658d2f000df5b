"""What somebody looks for: words, phrases, a § or a case number, as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST = 500
"""So many characters of what was typed are read; the rest is passed over."""
MOST_WORDS = 16

_TOKEN = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_QUOTED = re.compile(r"[\"”“„»«]([^\"”“„»«]+)[\"”“„»«]")
_ACCENTS = str.maketrans("éèêëáàâãüúùûïíìîóòôõøæçñ", "eeeeaaaauuuuiiiioooooäcn")
_SMALL = frozenset(
    {
        "att", "av", "de", "den", "det", "dnr", "en", "ett", "för", "från", "i", "med", "och",
        "om", "på", "som", "till", "vid", "är",
    }
)  # fmt: skip
"""Words that nearly every text has; they narrow nothing, but stand in phrases."""

_PARAGRAPH = r"(?:§+|paragraf(?:en)?\b)\s*(?P<number>\d{1,4})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BODY = r"(?:(?P<body>[^\W\d_]{2,5})\s+)?"
_CITATIONS = (
    re.compile(rf"(?<!\w){_BODY}{_YEAR}\s*[:,]?\s*{_PARAGRAPH}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_BODY}{_PARAGRAPH}\s*[/,:]?\s*{_YEAR}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_BODY}(?P<number>\d{{1,4}})\s*/\s*{_YEAR}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_BODY}{_PARAGRAPH}(?![\w/-])", re.IGNORECASE),
)
_DNR = re.compile(r"(?<![\w-])(?:[^\W\d_]{1,6}[\s/-]*)?(\d{1,6})\s*[-/:]\s*(\d{1,6})(?![\w-])")
_TAILS = ("styrelse", "fullmäktige", "nämnd", "utskott", "beredning", "kommitté", "råd")


@dataclass(frozen=True, slots=True)
class Citation:
    """A § as somebody refers to it; the body by its initials, where they are written."""

    number: int
    year: int | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `words` each, `phrases` word by word in their order.

    `begun` is the last word where it may go on. `is_cut` tells that more was typed than is read.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    citation: Citation | None = None
    dnr: tuple[str, ...] = ()
    begun: str = ""
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words and not self.phrases


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a text, small, without accents other than å, ä and ö."""
    told = unicodedata.normalize("NFC", text).lower().translate(_ACCENTS)
    return _TOKEN.findall(told)


def _small(text: str) -> str:
    """The text in small letters, each sign in the place where it stood."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(sign.lower()[:1] for sign in text)
    return small.translate(_ACCENTS)


def _stands(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the word stands for itself, and not within another."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(word, end)


def places_of(text: str, is_found: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where the words of a text (in NFC) stand that are such: where each begins and ends."""
    small = _small(text)
    words = filter(is_found, set(_TOKEN.findall(small)))
    return sorted(place for word in words for place in _stands(word, small))


def initials_of(body: str) -> str:
    """A body's initials, small: "Regionstyrelsen" is rs, "Hälso- och sjukvårdsnämnden" hsn."""
    found = ""
    for word in re.split(r"[\s-]+", body.casefold()):
        if word in {"", "och", "för", "i"}:
            continue
        inner = next((word.find(t) for t in _TAILS if word.find(t) > 0), 0)
        found += word[0] + (word[inner] if inner else "")
    return found


def _citation(typed: str) -> tuple[Citation | None, str]:
    """The § that is written, if there is one, and what is written beside it."""
    for pattern in _CITATIONS:
        if found := pattern.search(typed):
            told = found.groupdict()
            year = told.get("year")
            body = (told["body"] or "").casefold()
            initials = "" if body in _SMALL else body
            of = Citation(int(told["number"]), int(year) if year else None, initials)
            return of, f"{typed[: found.start()]} {typed[found.end() :]}"
    return None, typed


def _dnr(typed: str) -> tuple[str, ...]:
    """The case numbers that are written, as they may stand in the register."""
    found: list[str] = []
    for first, last in _DNR.findall(typed):
        found += [f"{first}-{last}", f"{first}/{last}", f"{last}-{first}", f"{last}/{first}"]
    return tuple(dict.fromkeys(found))


def _quoted(typed: str) -> list[tuple[str, ...]]:
    """What must stand as it is written, word by word."""
    return [tuple(tokens_of(quoted)) for quoted in _QUOTED.findall(typed)]


def _parts(typed: str) -> Iterator[tuple[str, ...]]:
    """What must be found, part by part: in quotes, and what spaces part."""
    yield from _quoted(typed)
    for written in _SPACES.split(_QUOTED.sub(" ", typed)):
        yield tuple(tokens_of(written))


def understood(typed: str) -> Query:
    """What somebody looks for, whatever they typed: no sign has a meaning that could be wrong."""
    text = unicodedata.normalize("NFC", typed).replace("\0", " ")
    citation, rest = _citation(text[:LONGEST])
    parts = list(dict.fromkeys(part for part in _parts(rest) if part))
    if citation and citation.year:
        parts.append((str(citation.number), str(citation.year)))
    telling = [part for part in parts if len(part) > 1 or part[0] not in _SMALL] or parts
    kept = telling[:MOST_WORDS]
    whole = _quoted(rest)
    words = tuple(part[0] for part in kept if len(part) == 1 and part not in whole)
    goes_on = words and text[-1:].isalnum() and tokens_of(text)[-1:] == list(words[-1:])
    return Query(
        words,
        tuple(part for part in kept if len(part) > 1 or part in whole),
        citation,
        _dnr(text[:LONGEST]),
        words[-1] if goes_on else "",
        len(text.strip()) > LONGEST or len(telling) > MOST_WORDS,
    )
