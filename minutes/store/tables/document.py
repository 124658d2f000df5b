"""Files that we hold, by their checksum."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, choice, key, maybe, once_without


class DocumentKind(StrEnum):
    """What a file is to the register."""

    SOURCE = "source"
    PROTOCOL = "protocol"
    ANNEX = "annex"
    PICTURE = "picture"
    SUMMONS = "summons"
    SIGNED = "signed"
    SCAN = "scan"
    EXTRACT = "extract"
    PROOF = "proof"
    PUBLIC_COPY = "public_copy"
    PACKAGE = "package"


class Document(Base, table=True):
    """A file under its SHA-256 (hex) in the exports folder; `size` is in bytes."""

    __table_args__ = (
        UniqueConstraint("meeting_id", "kind", "sha256", name="file_is_kept_once_a_meeting"),
        once_without("meeting_id", "file_of_no_meeting_is_kept_once", "kind", "sha256"),
        CheckConstraint("length(sha256) = 64", name="checksum_is_sha256"),
        CheckConstraint("size >= 0", name="size_is_a_count"),
    )

    id: int = key()
    meeting_id: int | None = maybe("meeting")
    kind: DocumentKind = choice(DocumentKind, "document_kind_is_known")
    name: str
    media_type: str
    sha256: str
    size: int
    kept_at: datetime
