"""Strategies for the sections that people write: paragraphs, lists, tables, sub-headings."""

from __future__ import annotations

from hypothesis import strategies as st

from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.items import HEADINGS
from tests.records.words import PLACES, REMARKS, THINGS, paragraphs, sentences

_WRITTEN = [
    SectionKind.STATEMENT,
    SectionKind.SUMMARY,
    SectionKind.BACKGROUND,
    SectionKind.IMPACT,
]
_SUBHEADINGS = ["Ekonomiska följder", "Barns och ungas perspektiv", "Samråd med kommunerna"]
_LONG = (
    "Bedömningen är att verksamheten kan rymmas inom den ram som regionfullmäktige har beslutat, "
    "under förutsättning att lokalerna blir klara i tid och att bemanningen kan säkras."
)
_entries = st.lists(st.sampled_from(THINGS) | st.sampled_from(REMARKS), min_size=1, max_size=4)
_HEADS = ["Ort", "2025", "Kostnad, tkr", "Andel av ramen", "Q1 2026"]
_cells = st.sampled_from(["Kiruna", "12", "1 250 tkr", "–", "Q1 2026", "4,2 %", "Vård i glesbygd"])


def _bullets(entries: list[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _numbers(entries: list[str]) -> str:
    return "\n".join(f"{n}. {entry}" for n, entry in enumerate(entries, 1))


def _table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


_tables = st.integers(2, 4).flatmap(
    lambda width: st.tuples(
        st.lists(st.sampled_from(_HEADS), min_size=width, max_size=width, unique=True),
        st.lists(st.lists(_cells, min_size=width, max_size=width), min_size=1, max_size=4),
    ).map(lambda parts: _table([parts[0], *parts[1]]))
)
_under = st.tuples(st.sampled_from(_SUBHEADINGS), sentences).map(
    lambda parts: f"### {parts[0]}\n\n{_LONG} {parts[1]}"
)
_parts = st.one_of(
    paragraphs,
    st.tuples(sentences, _entries.map(_bullets) | _entries.map(_numbers) | _tables).map(
        "\n\n".join
    ),
    _under,
)
texts = st.lists(_parts, min_size=1, max_size=4).map("\n\n".join)
"""A text in Markdown; a list or a table always follows a paragraph."""

_sections = st.builds(
    lambda kind, text: Section(kind, HEADINGS[kind], text), st.sampled_from(_WRITTEN), texts
)
sections = st.lists(_sections, max_size=3, unique_by=lambda s: s.kind).map(tuple)

_papers = st.builds(
    lambda what, place: f"{what} {place}",
    st.sampled_from(
        [
            "Tjänsteskrivelse 2026-03-04 om vårdplatser",
            "Protokollsutdrag, hälso- och sjukvårdsnämnden 2026-01-14 § 8, jämte handlingar",
            "Rapport: EU-program",
            "Yttrande från patientnämnden",
        ]
    ),
    st.sampled_from(PLACES),
)
papers = st.lists(_papers, unique=True, max_size=3).map(tuple)
"""Annexes, papers and references, one entry each, short or past the end of a line."""

recipients = st.lists(
    st.sampled_from(["Regiondirektör", "Ekonomichef", "Hälso- och sjukvårdsdirektör", "Länets 14"]),
    unique=True,
    max_size=3,
).map(tuple)
