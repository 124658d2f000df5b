"""Corrections that are proposed, and what those who adjusted the minutes say of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint

from minutes.domain.correcting import CertificationKind, CertificationMethod
from minutes.domain.sections import SectionKind
from minutes.store.tables.base import Base, choice, key, link, maybe


class CorrectionProposal(Base, table=True):
    """Old words, new words and the reason; what is said of it stands beside, never changed.

    `vote_after` is the corrected vote in JSON, where it corrects one. It is withdrawn once, before
    the last certification; when that is there, a correction refers to it.
    """

    __tablename__ = "correction_proposal"
    __table_args__ = (
        CheckConstraint("old_words <> new_words", name="correction_changes_something"),
        CheckConstraint("reason <> ''", name="correction_has_a_reason"),
        CheckConstraint(
            "(vote_id IS NULL) = (vote_after IS NULL)", name="corrected_vote_tells_its_figures"
        ),
        CheckConstraint(
            "withdrawn_at >= proposed_at", name="correction_is_proposed_before_it_is_withdrawn"
        ),
    )

    id: int = key()
    item_id: int = link("item")
    stands_in: SectionKind = choice(SectionKind, "corrected_section_is_known")
    old_words: str
    new_words: str
    reason: str
    is_slip: bool
    decided_anew_id: int | None = maybe("item")
    vote_id: int | None = maybe("vote")
    vote_after: str | None = None
    proposed_at: datetime
    proposed_by: str
    withdrawn_at: datetime | None = None


class CorrectionCertification(Base, table=True):
    """What a signer says of a proposed correction; the last word of each counts.

    `certified_on` is the day in Sweden, `method` how they proved to be there.
    """

    __tablename__ = "correction_certification"
    __table_args__ = (
        CheckConstraint("kind <> 'refused' OR reason <> ''", name="refused_correction_tells_why"),
        CheckConstraint(
            "kind <> 'certified' OR method IS NOT NULL", name="certification_has_a_method"
        ),
    )

    id: int = key()
    proposal_id: int = link("correction_proposal")
    name: str
    party: str | None = None
    kind: CertificationKind = choice(CertificationKind, "certification_kind_is_known")
    is_slip: bool = False
    reason: str = ""
    at: datetime
    certified_on: date
    said_by: str
    method: CertificationMethod | None = choice(
        CertificationMethod, "certification_method_is_known", default=None
    )
