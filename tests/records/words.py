"""Invented names, clauses and sentences that records are made of."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from minutes.domain.persons import Person

FIRST = [
    "Eva", "Bo", "Ann-Sofie", "Hans", "Åsa", "Lars-Erik", "Max", "Örjan", "Li", "Beatriz",
    "Jean-Luc", "Östen G.",
]  # fmt: skip
LAST = [
    "Ek", "Ekman", "Alm", "Berg", "Bergman", "Persson", "Fors", "Ståhl", "von Kleve", "Öst", "Ruiz",
    "Ahl Lind", "af Ekenstam", "de la Cruz", "Öz", "O’Dell", "Lindh-Marx",
]  # fmt: skip
PARTIES = ["S", "M", "SD", "C", "V", "KD", "MP", "L", "NS", "ÖrP", "SPINN", "-"]
GROUPS = [party for party in PARTIES if party != "-"]
VERBS = ["utreda", "redovisa", "införa", "pröva", "bygga", "samordna"]
THINGS = [
    "vårdplatser i länet", "öppna mottagningar", "en plan för beredskap", "EU-stöd till bredband",
    "hälso- och sjukvårdens lokaler", "kollektivtrafik på landsbygden", "ett register 2026–2028",
    "avgifter enligt 6 kap. 4 § patientlagen", "e-tjänster för 1177 m.m.", "in- och utvägar",
    "en ny punkt i taxan", "1,5 miljoner kronor", "samtliga remisser från kommunerna",
    "de röster som patientnämnden samlar", "färre nej-röster i enkäten", "vård längs E4 och E45",
    "beredning av plan- och byggärenden", "ekonomi, personal och drift",
]  # fmt: skip
PLACES = ["vid sjukhusen", "i hela regionen", "under två år", "inom beslutad ram", "på försök"]
REMARKS = [
    "Kostnaden är 4,2 mnkr per år (2025 års priser).", "Frågan har beretts sedan den 3 maj 2025.",
    "Detta framgår av regionstyrelsens beslut 2024-11-06 § 149.",
    "Ärendet är principiellt viktigt!", "Är det rimligt?",
    "Majoriteten anför att resurserna inte räcker.",
    "Nämnden instämmer i bedömningen, se 6 kap. 28 §.", "Som Bo Alm (M) anför behövs mer personal.",
    "Vi reserverar oss inte mot ambitionen.", "Det kallas ”god och nära vård” i planen.",
    "Socialdemokraterna yrkar avslag på sådant.", "Uppdraget gavs till regiondirektören i våras.",
    "Länets kommuner, t.ex. de minsta, har svarat.", "Omröstningen i utskottet gav 5 ja-röster.",
]  # fmt: skip


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(first: str, last: str, party: str) -> Person:
    return Person(f"{first} {last}", party)


people = st.lists(
    st.builds(_named, st.sampled_from(FIRST), st.sampled_from(LAST), st.sampled_from(PARTIES)),
    min_size=9,
    max_size=9,
    unique_by=lambda p: p.name,
)
"""Nine persons of different names: those who serve in a §."""

_triples = st.tuples(st.sampled_from(VERBS), st.sampled_from(THINGS), st.sampled_from(PLACES))
bare_clauses = _triples.map(" ".join)
clauses = bare_clauses.map(lambda words: f"{words}.")
"""What follows "beslutar att": "utreda öppna mottagningar på försök."."""

plain_sentences = st.builds(
    lambda thing, place: f"Det behövs {thing} {place}.",
    st.sampled_from(THINGS),
    st.sampled_from(PLACES),
)
sentences = plain_sentences | st.sampled_from(REMARKS)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
prose = st.lists(paragraphs, min_size=1, max_size=3).map("\n\n".join)
"""One to three paragraphs as a member dictates them."""

days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
_subjects = st.sampled_from(
    [
        "{}",
        "{} (återremitterat ärende)",
        "Svar på remiss: {} – Ds 2026:14",
        "Fråga om {} § 31 i reglementet",
        "Ansökan från Älvmarks trafik- och hamnförening om {}, delvis bifall",
        "Hur ska {} prioriteras?",
        "Förstudie i tre delar av hur {} kan samordnas med länets kommuner och med "
        "Region Norrsunda åren 2027–2029",
    ]
)
titles = st.builds(
    lambda subject, thing: _upper_first(subject.format(thing)),
    _subjects,
    st.sampled_from(THINGS),
)
"""Short titles, and such as take several lines or hold the marks that references have."""
