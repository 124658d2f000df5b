"""What the commands sign with and trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes.cli.console import give_up

if TYPE_CHECKING:
    from minutes.documents.signing.means import Means
    from minutes.settings import Settings


def signing_means(settings: Settings) -> Means:
    """With what one signs and whom one trusts. Leaves with exit code 2 where it cannot be used."""
    from minutes.documents.signing.means import means_of
    from minutes.documents.signing.trust import BadCertificate
    from minutes.domain.errors import RuleBroken

    try:
        return means_of(settings)
    except BadCertificate as bad:
        give_up(f"En fil i MINUTES_SIGNING_ANCHORS går inte att använda. {bad}")
    except RuleBroken as no:
        give_up(f"MINUTES_SEAL går inte att använda. {no}")
