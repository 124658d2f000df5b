"""Organisations, parties and bodies come to be."""

from __future__ import annotations

from sqlmodel import Session, select

from minutes.actions.addresses import free
from minutes.actions.history import Act, record
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Body, Organisation, Party

RESERVED = frozenset(
    {
        "arenden", "personer", "reservationer", "uppdrag", "om", "bild", "static", "halsa",
        "motioner", "arbete", "justering", "anslagstavla", "index", "konto", "logga-in", "logga-ut",
        "sprak", "kontrollera", "arkiv", "beslutsregister", "sok", "partier", "omrostningar",
        "api",
        "delegationsbeslut", "meddelanden", "planer",
        "bevakningar",
    }
)  # fmt: skip
"""First parts of addresses that are pages of their own."""


def found_organisation(session: Session, act: Act, name: str) -> Organisation:
    """Enter a region or municipality."""
    organisation = Organisation(name=name)
    record(session, act, "founded", organisation)
    return organisation


def name_party(
    session: Session, act: Act, organisation: Organisation, abbreviation: str, name: str
) -> Party:
    """Enter a party as the organisation's minutes abbreviate it."""
    party = Party(organisation_id=organisation.id, abbreviation=abbreviation, name=name)
    record(session, act, "named", party)
    return party


def establish_body(
    session: Session,
    act: Act,
    organisation: Organisation,
    name: str,
    *,
    kind: BodyKind,
    seats: int | None = None,
    superior: Body | None = None,
) -> Body:
    """Enter a deciding body. Raises RuleBroken for a name without letters."""
    if not any(c.isalpha() for c in name):
        raise RuleBroken(
            "”{name}” är inget namn på ett organ. Ange till exempel Regionstyrelsen.", name=name
        )
    taken = RESERVED | set(session.exec(select(Body.slug)))
    body = Body(
        organisation_id=organisation.id,
        name=name,
        slug=free(name, taken),
        kind=kind,
        seats=seats,
        superior_id=superior.id if superior else None,
    )
    record(session, act, "established", body)
    return body
