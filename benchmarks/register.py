"""A register of any size, made for the benchmarks, the same each time.

§§ have prose of the demonstration's sentences and of words put together, decisions, case numbers,
and some of them proposals, reservations, notes, assignments, annexes and votes. All but the newest
meetings are adjusted, and nobody reviews them for the web.
"""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from minutes.store.tables import Base

MEETINGS = Path(__file__).parent.parent / "minutes/demonstration/meetings"
PER_MEETING = 20
FIRST = date(1990, 1, 1)
BODIES = {
    "regionfullmaktige": ("Regionfullmäktige", "assembly"),
    "regionstyrelsen": ("Regionstyrelsen", "board"),
    "halso-och-sjukvardsnamnden": ("Hälso- och sjukvårdsnämnden", "committee"),
    "kollektivtrafiknamnden": ("Kollektivtrafiknämnden", "committee"),
}
PARTIES = ("C", "KD", "L", "M", "MP", "S", "SD", "V")
GIVEN = ("Alva", "Bertil", "Cilla", "Doris", "Egon", "Frida", "Gösta", "Hedvig", "Ivar",
         "Jonna", "Kjell", "Lova", "Märta", "Nils", "Olle", "Pia", "Ragnar",
         "Saga", "Tage", "Örjan")  # fmt: skip
FAMILY = ("Almgård", "Björkvall", "Cedermark", "Dalfors", "Ekenäs", "Fagerlid", "Granlöf",
          "Hällsund", "Isakssund", "Järnberg", "Klintå", "Lindmarker", "Myrdal", "Nordhamn",
          "Oxelstam", "Pilkvist", "Rönnklint", "Sandelius", "Tornvall", "Åkerlöf")  # fmt: skip
_COMPOUNDS, _AT_ONCE = 60_000, 2_000
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_ONE_IN = {"proposal": 6, "reservation": 10, "note": 12, "assignment": 30, "annex": 5, "vote": 25}
"""One § in so many has such a part."""

Row = dict[str, Any]


def _strings(of: object) -> Iterator[str]:
    """The texts in a file of the demonstration."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, list | dict):
        for part in of.values() if isinstance(of, dict) else of:
            yield from _strings(part)


def _sentences() -> list[str]:
    told = (text for file in sorted(MEETINGS.glob("*.toml"))
            for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))))  # fmt: skip
    return [one.strip() for text in told for one in text.split(". ") if len(one) > 30]


class _Words:
    """What the texts are made of; few of the compounds are common, and most are rare."""

    def __init__(self) -> None:
        self.dice = random.Random(1)
        self.sentences = _sentences()
        plain = {word for one in self.sentences for word in one.lower().split()}
        words = sorted(word for word in plain if word.isalpha() and len(word) > 4)
        self._compounds = [
            self.dice.choice(words) + self.dice.choice(words) for _ in range(_COMPOUNDS)
        ]

    def sentence(self) -> str:
        return self.dice.choice(self.sentences)

    def compound(self) -> str:
        return self._compounds[int(self.dice.random() ** 3 * _COMPOUNDS)]

    def prose(self, sentences: int) -> str:
        told = [self.sentence() for _ in range(sentences)]
        return ". ".join([*told, *(self.compound() for _ in range(sentences // 2))])

    def title(self) -> str:
        told = " ".join(self.sentence().split()[:6])
        return f"{told} {self.compound()}" if self.dice.random() < 0.3 else told

    def has(self, part: str) -> bool:
        return self.dice.randrange(_ONE_IN[part]) == 0


def _person(number: int) -> Row:
    """A member: who has a number has always the same name and party."""
    name = f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // len(GIVEN)]}"
    return {"person_id": number + 1, "name": name, "party": PARTIES[number % len(PARTIES)]}


PERSONS = len(GIVEN) * len(FAMILY)


def _debate(words: _Words, item: int) -> Iterator[tuple[str, Row]]:
    """What is moved, held against, noted and voted about in a §."""
    seats, own = words.dice.sample(range(PERSONS), 13), {"id": item, "item_id": item}
    who = [{**_person(number), "id": item, "position": 0} for number in seats]
    if words.has("proposal"):
        yield "proposal", {**own, "position": 0, "kind": "approve", "text": words.sentence()}
        yield "proposal_mover", {**who[0], "proposal_id": item}
    if words.has("reservation"):
        yield "reservation", {**who[1], **own, "in_favour_of": "eget yrkande",
                              "motivation": words.prose(2)}  # fmt: skip
    if words.has("note"):
        yield "note", {**own, "position": 0, "kind": "note", "heading": "", "text": words.prose(2)}
        yield "note_author", {**who[2], "note_id": item}
    if words.has("vote"):
        yield "vote", {**own, "position": 0, "yes": 7, "no": 6}
        for place, one in enumerate(who):
            yield "ballot", {**one, "id": item * 13 + place, "vote_id": item, "position": place,
                             "choice": "yes" if place < 7 else "no"}  # fmt: skip


def _item(words: _Words, key: int, place: int, meeting: Row) -> Iterator[tuple[str, Row]]:
    day, count = meeting["held_on"], len(BODIES)
    own = (day.timetuple().tm_yday - 1) * PER_MEETING + place + 1
    yield "item", {"id": key, "meeting_id": meeting["id"], "body_id": meeting["body_id"],
                   "year": day.year, "number": own, "position": place, "title": words.title(),
                   "referred_back": key % 97 == 0, "tabled": key % 89 == 0}  # fmt: skip
    matter = -(-key // count)
    if key % count == 1:
        yield "matter", {"id": matter, "organisation_id": 1, "dnr": f"{matter:06}-{day.year}",
                         "slug": f"{matter:06}-{day.year}", "title": words.title()}  # fmt: skip
    yield "item_matter", {"id": key, "item_id": key, "matter_id": matter, "position": 0}
    yield "section", {"id": key, "item_id": key, "position": 0, "kind": "background",
                      "heading": "Ärendet", "revision": 1}  # fmt: skip
    yield "text_revision", {"id": key, "section_id": key, "number": 1, "text": words.prose(8),
                            "written_by": "x", "written_at": _WRITTEN}  # fmt: skip
    yield "decision", {"id": key, "item_id": key, "kind": "decision"}
    yield "decision_point", {"id": key, "decision_id": key, "number": 1, "text": words.sentence()}
    if words.has("assignment"):
        yield "assignment", {"id": key, "organisation_id": 1, "decision_point_id": key,
                             "assignee": "regiondirektören", "text": words.sentence(),
                             "decided_on": day}  # fmt: skip
    if words.has("annex"):
        yield "annex", {"id": key, "item_id": key, "kind": "annex", "position": 0,
                        "title": words.title()}  # fmt: skip
    yield from _debate(words, key)


def _meeting(words: _Words, number: int, items: int) -> Iterator[tuple[str, Row]]:
    day, body = FIRST + timedelta(number // len(BODIES) * 5), number % len(BODIES) + 1
    meeting = {"id": number + 1, "body_id": body, "held_on": day}
    yield "meeting", meeting
    for place in range(13):
        seat = {**_person((number * 7 + place * 31) % PERSONS), "meeting_id": number + 1}
        yield "attendance", {**seat, "id": number * 13 + place + 1, "position": place,
                             "role": "member", "serves": True}  # fmt: skip
    for place in range(items):
        yield from _item(words, number * PER_MEETING + place + 1, place, meeting)


def _beginning() -> Iterator[tuple[str, Row]]:
    yield "organisation", {"id": 1, "name": "Region Måttvik"}
    for key, (slug, (name, kind)) in enumerate(BODIES.items(), 1):
        yield "body", {"id": key, "organisation_id": 1, "name": name, "slug": slug, "kind": kind,
                       "publishing": "unreviewed", "publishing_decision": "§ 1"}  # fmt: skip
    for key, party in enumerate(PARTIES, 1):
        yield "party", {"id": key, "organisation_id": 1, "abbreviation": party, "name": party}
    for number in range(PERSONS):
        who = _person(number)
        slug = f"person-{number}"
        yield "person", {"id": who["person_id"], "organisation_id": 1, "name": who["name"],
                         "slug": slug}  # fmt: skip
        yield "mandate", {"id": number + 1, "body_id": number % len(BODIES) + 1,
                          "person_id": number + 1, "party": who["party"], "role": "member",
                          "begins_on": FIRST}  # fmt: skip


def _insert(connection: Connection, waiting: dict[str, list[Row]]) -> None:
    for name, rows in waiting.items():
        connection.execute(insert(Base.metadata.tables[name]), rows)
    waiting.clear()


def fill(connection: Connection, items: int) -> None:
    """Enter so many §§ in an empty register."""
    words, count = _Words(), -(-items // PER_MEETING)
    waiting: dict[str, list[Row]] = defaultdict(list)
    for table, row in _beginning():
        waiting[table].append(row)
    for number in range(count):
        for table, row in _meeting(words, number, min(PER_MEETING, items - number * PER_MEETING)):
            waiting[table].append(row)
        if len(waiting["item"]) >= _AT_ONCE:
            _insert(connection, waiting)
    adjusted = range(max(1, count - count // 100))
    waiting["adjustment"] = [
        {"id": n + 1, "meeting_id": n + 1, "adjusted_on": FIRST + timedelta(n // len(BODIES) * 5)}
        for n in adjusted
    ]
    _insert(connection, waiting)
