"""What the XML says of itself: addresses, days, who is named in it, votes, and matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from minutes.documents.akoma_ntoso.names import EDITOR, OURS, E, Told, item_id, party_id
from minutes.documents.archive.markup import clean, maker
from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice, Vote

_P = maker(OURS)
_ONTOLOGY = "/akn/ontology"
_OPTIONS = {
    BallotChoice.YES: "Ja",
    BallotChoice.NO: "Nej",
    BallotChoice.ABSTAIN: "Avstår",
    BallotChoice.ABSENT: "Frånvarande",
}


def _core(this: str, uri: str, told_on: date, name: str, author: str) -> list[Any]:
    return [
        E.FRBRthis(value=this),
        E.FRBRuri(value=uri),
        E.FRBRdate(date=str(told_on), name=name),
        E.FRBRauthor(href=f"#{author}"),
    ]


def _identification(told: Told) -> Any:
    adjusted_on = told.protocol.adjusted_on or told.held_on
    work, expression = told.work, told.expression
    return E.identification(
        E.FRBRWork(
            *_core(f"{work}/!main", work, told.held_on, "meeting", told.body),
            E.FRBRcountry(value="se"),
            E.FRBRnumber(value=clean(told.edition.document_id)),
        ),
        E.FRBRExpression(
            *_core(f"{expression}/!main", expression, adjusted_on, "adjustment", told.body),
            E.FRBRversionNumber(value=str(told.edition.version)),
            E.FRBRauthoritative(value="false"),  # what was signed is
            E.FRBRlanguage(language="swe"),
        ),
        E.FRBRManifestation(
            *_core(f"{expression}/!main.xml", f"{expression}.xml", adjusted_on, "made", EDITOR[1:]),
            E.FRBRformat(value="application/akn+xml"),
        ),
        source=EDITOR,
    )


def _publication(told: Told) -> Iterator[Any]:
    """The notice of the adjustment (KL 8:9)."""
    notice = told.edition.notice
    if notice is not None:
        yield E.publication(
            date=str(notice.posted_on), name="anslagstavla", showAs="Digitala anslagstavlan"
        )


def _matters(told: Told) -> Iterator[Any]:
    keywords = [
        E.keyword(value=clean(dnr), showAs=clean(dnr), dictionary="#dnr", href=f"#{item_id(item)}")
        for item in told.protocol.items
        for dnr in item.dnr
    ]
    if keywords:
        yield E.classification(*keywords, source=EDITOR)


def _counts(told: Told, vote: Vote, key: str) -> Iterator[Any]:
    """How many answered so, and who, where their names are told."""
    totals = (vote.yes, vote.no, vote.abstain, vote.absent)
    for option, total in zip(BallotChoice, totals, strict=True):
        voters = [
            _P.voter(href=f"#{told.person(one.person)}")
            for one in vote.ballots
            if one.ballot is option
        ]
        count = {"eId": f"{key}__{option}", "value": str(total), "refersTo": f"#{option}"}
        yield E.count(*voters, **count)


def _result(vote: Vote) -> dict[str, str]:
    carried = vote.yes > vote.no if vote.carried is None else vote.carried
    return {} if vote.carried is None and vote.yes == vote.no else {
        "outcome": "#carried" if carried else "#fallen"
    }  # fmt: skip


def _votes(told: Told) -> Iterator[Any]:
    made = []
    for item in told.protocol.items:
        for number, vote in enumerate(item.votes, 1):
            key = f"voting_{item.number}_{number}"
            counts = _counts(told, vote, key)
            made.append(E.voting(*counts, eId=key, href=f"#{item_id(item)}", **_result(vote)))
    if made:
        yield E.analysis(E.parliamentary(*made), source=EDITOR)


def people(told: Told) -> dict[str, Person]:
    """Everybody whom the XML refers to, by id: present, adjusting, signing or voting."""
    protocol = told.protocol
    ballots = [b for item in protocol.items for vote in item.votes for b in vote.ballots]
    named = [
        *(one.person for one in protocol.attendance),
        *protocol.adjusters,
        *(Person(one.name, one.party) for one in told.edition.signatures),
        *(ballot.person for ballot in ballots),
    ]
    return {told.person(one): one for one in named if one.name}


def _reference(kind: str, key: str, path: str, shown: str) -> Any:
    return E(kind, eId=key, href=f"{_ONTOLOGY}/{path}", showAs=clean(shown))


def _references(told: Told) -> Any:
    protocol, known = told.protocol, people(told)
    parties = sorted({one.party for one in known.values() if one.party})
    concepts = {**{str(option): said for option, said in _OPTIONS.items()}, "carried": "Bifall",
                "fallen": "Avslag", "dnr": "Diarienummer"}  # fmt: skip
    return E.references(
        _reference("TLCOrganization", EDITOR[1:], "organization/paragraf", "Paragraf"),
        _reference(
            "TLCOrganization", told.body, f"organization/se/{told.body}", protocol.body or ""
        ),
        *(
            _reference("TLCPerson", key, f"person/se/{key}", p.name or "")
            for key, p in known.items()
        ),
        *(
            _reference("TLCOrganization", party_id(p), f"organization/se/{party_id(p)}", p)
            for p in parties
        ),
        *(_reference("TLCConcept", key, f"concept/{key}", said) for key, said in concepts.items()),
        *(
            _reference("TLCRole", role, f"role/{role}", role)
            for role in sorted({one.role.value for one in protocol.attendance})
        ),
        source=EDITOR,
    )


def meta(told: Told) -> Any:
    """The document's `meta`."""
    return E.meta(
        _identification(told),
        *_publication(told),
        *_matters(told),
        *_votes(told),
        _references(told),
    )
