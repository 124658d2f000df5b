"""A secret § is hidden by the session, and told of by number and ground."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act, add_all
from minutes.actions.secrecy import keep_secret
from minutes.domain.editions import EditionScope
from minutes.domain.verdicts import SigningMethod, VerdictKind
from minutes.store.dumping import dump_of
from minutes.store.item_records import texts_of
from minutes.store.rows import grouped
from minutes.store.tables import (
    Decision,
    DocumentKind,
    Edition,
    EditionSigner,
    Item,
    Reservation,
    Section,
    Verdict,
)
from minutes.store.visibility import Sight, show
from minutes.store.withheld import withheld_in
from tests.store.registered import ACT, Registered

GROUND = "OSL 21 kap. 1 §"


@pytest.fixture
def secret(registered: Registered) -> Item:
    """A secret § of the meeting that is not adjusted."""
    of_meeting = select(Item).where(Item.meeting_id == registered.open.id)
    item = registered.session.exec(of_meeting.order_by(col(Item.position))).first()
    assert item is not None
    return keep_secret(registered.session, Act(ACT.by, ACT.at), item, GROUND)


def _seen(session: Session, sight: Sight, item: int) -> set[str]:
    """The tables in which something of a § is seen."""
    session.expire_all()
    show(session, sight)
    tables = (Item, Decision, Reservation, Section)
    found = {
        str(of.__tablename__)
        for of in tables
        if session.exec(
            select(of).where((of.id if of is Item else of.item_id) == item)  # type: ignore[attr-defined]  # the others have it
        ).first()
    }
    show(session, Sight(None, agenda=True))
    return found


@pytest.mark.parametrize(
    ("own", "agenda", "seen"),
    [
        pytest.param(True, True, True, id="in the workspace of its body"),
        pytest.param(True, False, False, id="on the register's pages, by the same"),
        pytest.param(False, True, False, id="in another body's workspace"),
        pytest.param(False, False, False, id="by the public"),
    ],
)
def test_a_secret_item_is_seen_in_the_workspace_of_its_body_only(
    registered: Registered, secret: Item, own: bool, agenda: bool, seen: bool
) -> None:
    bodies = frozenset({secret.body_id} if own else ())

    found = _seen(registered.session, Sight(bodies, agenda=agenda), secret.id)

    assert ("item" in found) is seen
    assert seen or not found


def test_everybody_who_sees_the_meeting_is_told_number_and_ground(
    registered: Registered, secret: Item
) -> None:
    number, session = secret.number, registered.session
    show(session, Sight(frozenset({secret.body_id})))

    (told,) = withheld_in(session, registered.open)

    show(session, Sight(None, agenda=True))
    assert (told.number, told.secrecy, told.title) == (number, GROUND, "Sekretess")


def test_who_does_not_see_the_meeting_is_not_even_told_of_its_secret_item(
    registered: Registered, secret: Item
) -> None:
    session, meeting = registered.session, registered.open
    show(session, Sight(frozenset()))

    told = withheld_in(session, meeting)

    show(session, Sight(None, agenda=True))
    assert not told


def test_no_page_of_the_register_reads_the_words_of_a_secret_item(
    registered: Registered, secret: Item
) -> None:
    session = registered.session
    whole = grouped(session, Section, "item_id", [secret.id])
    assert texts_of(session, whole)
    session.expire_all()
    show(session, Sight(None))

    sections = grouped(session, Section, "item_id", [secret.id])

    show(session, Sight(None, agenda=True))
    assert not sections


def _scan(registered: Registered, scope: EditionScope, exports: Path) -> int:
    """The key of the scan of an edition that was signed on paper."""
    session, name = registered.session, f"{scope}-skannat.pdf"
    file = File(name.encode(), DocumentKind.SCAN, name, "application/pdf")
    scan = keep_document(session, ACT, file, exports=exports, meeting=registered.open)
    of_edition = select(EditionSigner).join(Edition).where(Edition.scope == scope)
    signer = session.exec(of_edition.where(Edition.meeting_id == registered.open.id)).one()
    said = {"kind": VerdictKind.SIGNED, "method": SigningMethod.PAPER, "said_by": ACT.by}
    add_all(
        session,
        Verdict(
            edition_signer_id=signer.id,
            document_id=scan.id,
            at=ACT.at,
            signed_on=registered.open.held_on,
            **said,
        ),
    )
    return scan.id


def test_the_scan_of_a_secret_edition_stays_out_of_what_an_archive_is_given(
    registered: Registered, secret: Item, tmp_path: Path
) -> None:
    hidden = _scan(registered, EditionScope.SECRET, tmp_path)
    told = _scan(registered, EditionScope.WHOLE, tmp_path)
    meeting = [registered.open.id]

    of_all = dump_of(registered.session, meeting, secret=True).keys["document"]
    of_open = dump_of(registered.session, meeting).keys["document"]

    assert {hidden, told} <= of_all
    assert {hidden, told} & of_open == {told}
