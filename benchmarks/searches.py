"""What is asked in benchmarks/search.py: each search with us, and the same with Datasette."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

_ROWS = {"_size": "20", "_facet": ["body", "year"]}
_TYPED = {"_size": "6", "_searchmode": "raw", "_shape": "array"}
Asked = tuple[str, str]
"""The address of a search with us, and of the same with Datasette."""


def _pair(ours: Mapping[str, str], theirs: Mapping[str, str], table: str = "paragraph") -> Asked:
    told = urlencode({**theirs, **_ROWS}, doseq=True)
    return f"/sok?{urlencode(ours)}", f"/datasette/{table}?{told}"


def _words(told: str) -> Asked:
    return _pair({"q": told}, {"_search": told})


def _typed(told: str) -> Asked:
    theirs = urlencode({"_search": f"{told}*", **_TYPED})
    return f"/sok/forslag.json?q={quote(told)}", f"/datasette/paragraph.json?{theirs}"


def _paragraph(number: str, year: str) -> Asked:
    return _pair({"q": f"§ {number}/{year}"}, {"number": number, "year": year})


def _dnr(told: str) -> Asked:
    return _pair({"q": f"dnr {told}"}, {"_search": told})


def _narrowed(told: str, body: str, slug: str, year: str) -> Asked:
    theirs = {"_search": told, "body": body, "year": year}
    return _pair({"q": told, "organ": slug, "ar": year}, theirs)


def _party(told: str, year: str) -> Asked:
    ours = {"visa": "reservationer", "parti": told, "ar": year}
    return _pair(ours, {"party": told, "year": year}, "reservation")


BOARD, ASSEMBLY = ("Regionstyrelsen", "regionstyrelsen"), ("Regionfullmäktige", "regionfullmaktige")
WORDS = {
    "word": ("regionen", "avtal", "ekonomi", "läkare", "kultur"),
    "inflection": ("hälsocentralernas", "avtalen", "nämndernas", "resorna", "budgetens"),
    "compound": ("avgift", "hälsocentral", "trafik", "fastighet", "lokal"),
    "two words": ("budget personal", "avtal ambulans", "hälsocentral avgift", "tandvård barn",
                  "kultur bidrag"),
    "phrase": ('"till följd av"', '"enligt förslag"', '"hälso- och sjukvård"', '"i enlighet med"',
               '"under året"'),
    "name": ("Sandelius", "Alva Sandelius", "Örjan Åkerlöf", "Tornvall", "Hedvig Myrdal"),
    "nothing": ("xyzzy", "qwertyuiop", "zzzz", "kvasimodoxi", "blåbärsxylofon"),
}  # fmt: skip
KINDS: Mapping[str, tuple[Asked, ...]] = {
    **{kind: tuple(map(_words, told)) for kind, told in WORDS.items()},
    "case number": tuple(map(_dnr, ("012345-1998", "000017-1990", "049999-2024", "031000-2011"))),
    "paragraph": (_paragraph("17", "2019"), _paragraph("1201", "2004"), _paragraph("3", "1991")),
    "narrowed": (_narrowed("avtal", *BOARD, "2010"), _narrowed("regionen", *ASSEMBLY, "2019"),
                 _narrowed("avgift", *BOARD, "2001")),
    "party": (_party("V", "2019"), _party("M", "2003"), _party("SD", "2011")),
    "while typing": tuple(map(_typed, ("häl", "hälso", "budg", "region", "ambul", "avtal om"))),
}  # fmt: skip
