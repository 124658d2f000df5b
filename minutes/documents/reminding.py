"""Those who must act are written to: signers, and the secretary when they have spoken.

What is due follows from how the minutes stand, so that nobody is forgotten whichever way they came
there; each letter is written once.
"""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from minutes.actions.history import Act
from minutes.actions.letters import write_letter
from minutes.domain.adjustment import due_on
from minutes.domain.letters import Letter
from minutes.domain.wording import letters
from minutes.domain.wording.letters import About
from minutes.store.tables import Account, Body, Edition, Meeting
from minutes.store.tallies import tally_of
from minutes.store.waiting import (
    accounts_waited_for,
    new_adjustments,
    secretaries_of,
    standing_editions,
)


class _Desk:
    """Writes the letters of one round."""

    def __init__(self, session: Session, act: Act, today: date, address: str) -> None:
        self.session, self.act, self.today, self.address = session, act, today, address

    def about(self, meeting: Meeting) -> About:
        """What the letters of a meeting are about."""
        body = self.session.get_one(Body, meeting.body_id)
        return About(body.name, meeting.held_on, self.address)

    def write(self, to: Account, words: tuple[str, str], about: str) -> None:
        """One letter to an account."""
        letter = Letter(to.email, to.name, *words)
        write_letter(self.session, self.act, letter, about=f"{about}, account {to.id}")

    def ask(self, edition: Edition) -> None:
        """Ask those whose signature is missing, and remind them when the days run out."""
        meeting = self.session.get_one(Meeting, edition.meeting_id)
        about = self.about(meeting)
        late = "late" if self.today > due_on(meeting.held_on) else "soon"
        for signer, account in accounts_waited_for(self.session, edition):
            self.write(account, letters.to_adjust(about), f"signer {signer.id} asked")
            again = letters.reminder(about, self.today)
            if again is not None:
                self.write(account, again, f"signer {signer.id} {late}")

    def tell_refusals(self, edition: Edition) -> None:
        """Tell the secretaries which edition has a refusal that nobody has settled."""
        refusals = tally_of(self.session, edition).unsettled
        meeting = self.session.get_one(Meeting, edition.meeting_id)
        for one in refusals:
            name = f"edition {edition.id} § {one.item} refused by {one.signer}"
            for account in secretaries_of(self.session, meeting.body_id):
                self.write(account, letters.refused(self.about(meeting)), name)


def remind(session: Session, act: Act, today: date, address: str = "") -> None:
    """Write the letters that are due on a day; `address` is where links lead.

    Links are left out without one. Nothing of the minutes' words is in them, secret or not.
    """
    desk = _Desk(session, act, today, address)
    for edition in standing_editions(session):
        desk.ask(edition)
        desk.tell_refusals(edition)
    for row in new_adjustments(session, today):
        meeting = session.get_one(Meeting, row.meeting_id)
        for account in secretaries_of(session, meeting.body_id):
            words = letters.adjusted(desk.about(meeting))
            desk.write(account, words, f"meeting {meeting.id} adjusted")
