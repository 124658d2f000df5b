"""Counted votes and their ballots."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.voting import BallotChoice
from minutes.store.tables.base import Base, choice, key, link, maybe, once_without, revised


class Vote(Base, table=True):
    """A vote with its totals, what yes and no mean, and how a tie was broken."""

    __table_args__ = (
        UniqueConstraint("item_id", "position", name="vote_has_a_place"),
        CheckConstraint("casting_name IS NULL OR yes = no", name="casting_vote_settles_a_tie"),
        CheckConstraint("NOT lot OR yes = no", name="lot_settles_a_tie"),
        CheckConstraint(
            "yes >= 0 AND no >= 0 AND abstain >= 0 AND absent >= 0", name="totals_are_counts"
        ),
    )

    id: int = key()
    item_id: int = link("item")
    question_id: int | None = maybe("question")
    position: int
    preliminary: bool = False
    closed: bool = False
    yes: int
    no: int
    abstain: int = 0
    absent: int = 0
    yes_means: str = ""
    no_means: str = ""
    casting_name: str | None = None
    casting_party: str | None = None
    lot: bool = False
    carried: bool | None = None
    revision: int = revised()


class Ballot(Base, table=True):
    """One member's answer, named as on that day."""

    __table_args__ = (
        UniqueConstraint("vote_id", "position", name="ballot_has_a_place"),
        UniqueConstraint("vote_id", "name", "party", name="one_ballot_each"),
        once_without("party", "one_ballot_each_without_a_party", "vote_id", "name"),
    )

    id: int = key()
    vote_id: int = link("vote")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None
    choice: BallotChoice = choice(BallotChoice, "ballot_is_known")
