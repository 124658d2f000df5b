"""The questions that the chair put, with their options and finding."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint

from minutes.domain.questions import OptionKind, QuestionKind
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Question(Base, table=True):
    """A question; `carried` is the place of the option that carried, NULL where it fell.

    Its options follow it, so the database asks for that option when the change is committed.
    """

    __table_args__ = (
        UniqueConstraint("item_id", "position", name="question_has_a_place"),
        CheckConstraint(
            "carried IS NOT NULL OR kind = 'single'", name="only_a_single_proposal_falls"
        ),
        ForeignKeyConstraint(
            ["id", "carried"],
            ["question_option.question_id", "question_option.position"],
            name="what_carried_was_put",
            deferrable=True,
            initially="DEFERRED",
            use_alter=True,
        ),
    )

    id: int = key()
    item_id: int = link("item")
    position: int
    kind: QuestionKind = choice(QuestionKind, "question_kind_is_known")
    carried: int | None = None
    revision: int = revised()


class QuestionOption(Base, table=True):
    """One thing to say yes to; without a name the base proposal."""

    __tablename__ = "question_option"
    __table_args__ = (UniqueConstraint("question_id", "position", name="option_has_a_place"),)

    id: int = key()
    question_id: int = link("question")
    proposal_id: int | None = maybe("proposal")
    position: int
    kind: OptionKind = choice(OptionKind, "option_kind_is_known")
    by_name: str | None = None
