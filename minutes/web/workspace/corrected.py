"""The page of a meeting's corrections: those in effect, those that wait, and the forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, request
from sqlmodel import col, select
from wtforms import BooleanField, Form, IntegerField, StringField
from wtforms.validators import Optional

from minutes.domain.correcting import DECIDES, CertificationMethod
from minutes.domain.errors import RuleBroken
from minutes.domain.voting import BallotChoice, Vote
from minutes.store import tables as t
from minutes.store.certifying import Asked, Said, asked_in, proposals_in, said_of
from minutes.store.correction_records import Version, made_in, versions_of, votes_of
from minutes.store.item_records import items_of
from minutes.store.records import is_adjusted
from minutes.store.session import session
from minutes.web.access import signed_in
from minutes.web.second_factor import means_of
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import line, words
from minutes.web.workspace.place import SECRETARIES, Place


class WantedForm(Form):
    """Why something is corrected, and what lets it touch a decision."""

    reason = StringField(filters=[line])
    slip = BooleanField()
    anew = StringField(filters=[line])


class WordsForm(WantedForm):
    """Words of a § that become others."""

    item = IntegerField(validators=[Optional()])
    old = StringField(filters=[words])
    new = StringField(filters=[words])


class FiguresForm(WantedForm):
    """The figures of a vote; its ballots are sent beside."""

    yes = IntegerField(validators=[Optional()])
    no = IntegerField(validators=[Optional()])
    abstain = IntegerField(validators=[Optional()])
    absent = IntegerField(validators=[Optional()])


class CertifyForm(Form):
    """A proof of being there, and that it is an obvious slip."""

    proof = StringField()
    slip = BooleanField()


class RefuseForm(Form):
    """Why somebody does not certify."""

    reason = StringField(filters=[line])


@dataclass(frozen=True, slots=True)
class Waiting:
    """A correction that was proposed: its §, what each signer has said, and whether it stands.

    `mine` is the signer that the one who has signed in is, where they are asked.
    """

    row: t.CorrectionProposal
    item: t.Item
    asked: Sequence[Asked]
    said: Said
    stands: bool
    mine: Asked | None

    @property
    def touches_decision(self) -> bool:
        """Whether those who certify must call it a slip."""
        return self.row.stands_in in DECIDES and self.row.decided_anew_id is None

    @property
    def is_open(self) -> bool:
        """Whether it can still be certified."""
        return not self.stands and self.row.withdrawn_at is None

    @property
    def i_said(self) -> t.CorrectionCertification | None:
        """What the one who has signed in said last."""
        return self.said.get(self.mine.who) if self.mine else None


@dataclass(frozen=True, slots=True)
class Held:
    """A vote that can be corrected: its key, and how it stands."""

    key: int
    item: t.Item
    vote: Vote


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Everything on the page."""

    items: Sequence[t.Item]
    waiting: Sequence[Waiting]
    votes: Sequence[Held]
    versions: Sequence[Version]
    is_adjusted: bool
    is_secretary: bool
    means: CertificationMethod
    choices: tuple[BallotChoice, ...] = tuple(BallotChoice)


def numbered_in(meeting: t.Meeting) -> Sequence[t.Item]:
    """The §§ of a meeting."""
    of_meeting = select(t.Item).where(t.Item.meeting_id == meeting.id)
    numbered = of_meeting.where(col(t.Item.number).is_not(None))
    return session().exec(numbered.order_by(col(t.Item.number))).all()


def item_numbered(here: Place, number: int | None) -> t.Item:
    """The § of that number. Raises RuleBroken where the meeting has none."""
    for one in numbered_in(here.meeting):
        if one.number == number:
            return one
    raise RuleBroken("Välj den paragraf som rättelsen gäller.")


def waiting_in(meeting: t.Meeting) -> list[Waiting]:
    """What was proposed to be corrected in a meeting's minutes, the latest first."""
    rows, asked = proposals_in(session(), meeting), asked_in(session(), meeting)
    said = said_of(session(), [row.id for row in rows])
    made = {row.proposal_id for row in made_in(session(), meeting.id)}
    account = signed_in()
    mine = next((one for one in asked if one.is_owner_of(account)), None)
    return [
        Waiting(
            row, session().get_one(t.Item, row.item_id), asked, said[row.id], row.id in made, mine
        )
        for row in reversed(rows)
    ]


def _votes(items: Sequence[t.Item]) -> list[Held]:
    """The votes of the § that the address asks for."""
    asked = request.args.get("paragraf", "")
    chosen = [one for one in items if str(one.number) == asked]
    found = []
    for item in chosen:
        (told,) = items_of(session(), [item])
        keys = votes_of(session(), item)
        found += [Held(key, item, vote) for key, vote in zip(keys, told.votes, strict=True)]
    return found


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    items = numbered_in(here.meeting)
    page = CorrectionsPage(
        items=items,
        waiting=waiting_in(here.meeting),
        votes=_votes(items),
        versions=versions_of(session(), here.meeting),
        is_adjusted=is_adjusted(session(), here.meeting),
        is_secretary=SECRETARIES.admits(signed_in(), here.body.id),
        means=means_of(signed_in()),
    )
    return render_template(
        "workspace/corrections.html",
        here=here,
        page=page,
        words=shown(WordsForm(), "rattelse-ny", refused),
        figures={
            one.key: shown(FiguresForm(), f"omrostning-{one.key}", refused) for one in page.votes
        },
        refused=refused,
        back=here.address("corrections.corrections"),
    )
