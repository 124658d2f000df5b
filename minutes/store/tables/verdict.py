"""Verdicts: what those who adjust said of an edition, and how a refused § was settled."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.verdicts import SigningMethod, VerdictKind
from minutes.store.tables.base import Base, choice, key, link, maybe, once_without


class Verdict(Base, table=True):
    """A signature under an edition, or a § that was refused; never changed, the last one counts.

    Without `item_id` it is of all §§ but those with a verdict of their own. `signed_on` is the day
    in Sweden; `said_by` is the account's address, or who entered it. The file has the signature.
    """

    __table_args__ = (
        once_without("item_id", "signer_signs_the_rest_once", "edition_signer_id"),
        CheckConstraint(
            "kind NOT IN ('refused', 'retracted') OR item_id IS NOT NULL",
            name="refusal_names_its_paragraph",
        ),
        CheckConstraint("kind <> 'refused' OR reason <> ''", name="refusal_has_a_reason"),
        CheckConstraint(
            "(kind <> 'signed' OR method IS NOT NULL) "
            "AND (kind NOT IN ('refused', 'retracted') OR method IS NULL)",
            name="signature_has_a_method",
        ),
    )

    id: int = key()
    edition_signer_id: int = link("edition_signer")
    item_id: int | None = maybe("item")
    kind: VerdictKind = choice(VerdictKind, "verdict_kind_is_known")
    reason: str = ""
    at: datetime
    signed_on: date
    said_by: str
    method: SigningMethod | None = choice(SigningMethod, "signing_method_is_known", default=None)
    document_id: int | None = maybe("document")


class Settlement(Base, table=True):
    """A refused § was approved by a later § of the body."""

    __table_args__ = (
        UniqueConstraint("edition_id", "item_id", name="refused_paragraph_is_settled_once"),
        CheckConstraint("settled_by_item_id <> item_id", name="paragraph_settles_another"),
    )

    id: int = key()
    edition_id: int = link("edition")
    item_id: int = link("item")
    settled_by_item_id: int = link("item", ondelete="RESTRICT")
    settled_on: date
