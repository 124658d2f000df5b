"""A vote as its form tells it: ballots by party and by name, or totals alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, Field, Form, IntegerField, StringField, ValidationError
from wtforms.utils import unset_value
from wtforms.validators import Length, NumberRange, Optional

from minutes.domain.balloting import Voters, ballots_of
from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice, Vote, count
from minutes.domain.wording.names import person
from minutes.store.seated import Seated

_MOST = 9999
_CHOICES = {choice.value for choice in BallotChoice}


class BallotsField(Field):
    """Choices by whose they are: the fields whose names begin with this one's."""

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Take what was sent; those who have chosen nothing are left out."""
        self.process_errors = []
        self.data = {} if data is unset_value else dict(data)
        if formdata is not None:
            prefix = f"{self.name}-"
            sent = {key: formdata.getlist(key)[0] for key in formdata if key.startswith(prefix)}
            self.data = {key.removeprefix(prefix): value for key, value in sent.items() if value}

    def pre_validate(self, form: Any) -> None:
        """Raise ValidationError for a choice that there is not."""
        if not set(self.data.values()) <= _CHOICES:
            raise ValidationError(_("Välj något i listan."))

    @property
    def choices(self) -> dict[str, BallotChoice]:
        """The choices that there are, by whose they are."""
        known = {key: value for key, value in self.data.items() if value in _CHOICES}
        return {key: BallotChoice(value) for key, value in known.items()}


class VoteForm(Form):
    """On which question, who voted how, or how many, and what yes and no meant."""

    question = StringField(validators=[Length(max=20)])
    parties = BallotsField()
    members = BallotsField()
    closed = BooleanField()
    preliminary = BooleanField()
    yes = IntegerField(validators=[Optional(), NumberRange(0, _MOST)])
    no = IntegerField(validators=[Optional(), NumberRange(0, _MOST)])
    abstain = IntegerField(validators=[Optional(), NumberRange(0, _MOST)])
    absent = IntegerField(validators=[Optional(), NumberRange(0, _MOST)])
    yes_means = StringField(validators=[Length(max=500)])
    no_means = StringField(validators=[Length(max=500)])
    lot = StringField(validators=[Length(max=3)])
    revision = IntegerField(validators=[Optional()])


def voters_in(room: Seated) -> Voters:
    """Who votes in the §: those serving but for who stands aside."""
    people = [p for p in room.members if p not in room.stood_aside]
    return Voters(people, room.chair, room.kind, bool(room.attendance))


def _by_person(choices: Mapping[str, BallotChoice], voters: Voters) -> dict[Person, BallotChoice]:
    """Each one's own choice; a name that nobody here has stands as it was sent."""
    known = {person(p): p for p in voters.people}
    return {known.get(name, Person(name)): choice for name, choice in choices.items()}


def vote_in(form: VoteForm, voters: Voters) -> Vote:
    """The vote that a form tells, counted and not settled yet."""
    members = _by_person(form.members.choices, voters)
    ballots = ballots_of(voters, form.parties.choices, members)
    told = (form.yes.data, form.no.data, form.abstain.data, form.absent.data)
    yes, no, abstain, absent = count(ballots) if ballots else (number or 0 for number in told)
    return Vote(
        yes,
        no,
        abstain,
        absent,
        ballots=ballots,
        preliminary=bool(form.preliminary.data),
        yes_means=(form.yes_means.data or "").strip(),
        no_means=(form.no_means.data or "").strip(),
        closed=bool(form.closed.data),
    )


def form_of(vote: Vote, question: int | None) -> VoteForm:
    """The form that tells a vote; `question` is the key of the question that it settles."""
    return VoteForm(
        question=str(question or ""),
        members={person(b.person): b.ballot.value for b in vote.ballots},
        closed=vote.closed,
        preliminary=vote.preliminary,
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        absent=vote.absent,
        yes_means=vote.yes_means,
        no_means=vote.no_means,
        lot=("yes" if vote.carried else "no") if vote.lot else "",
    )
