"""A protocol in Akoma Ntoso 3.0 (OASIS LegalDocML), the XML that other registers of minutes read.

It is a `debateReport`: minutes tell what was decided, and are no word for word record (`debate`).
"""

from __future__ import annotations

from minutes.documents.akoma_ntoso.body import body, front, signatures
from minutes.documents.akoma_ntoso.meta import meta
from minutes.documents.akoma_ntoso.names import MEDIA_TYPE, NAMESPACE, E, Told
from minutes.documents.archive.markup import written

__all__ = ["MEDIA_TYPE", "NAMESPACE", "Told", "akoma_ntoso"]


def akoma_ntoso(told: Told) -> bytes:
    """The protocol's XML; the same bytes for the same record."""
    report = E.debateReport(
        meta(told), E.preface(*front(told)), E.mainBody(*body(told)), name="protokoll"
    )
    report.extend(signatures(told))
    return written(E.akomaNtoso(report))
