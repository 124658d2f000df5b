"""XML as the package's metadata is written: elements by their namespaces, the same bytes twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

METS = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
XLINK = "http://www.w3.org/1999/xlink"
PREMIS = "http://www.loc.gov/premis/v3"
ERMS = "https://DILCIS.eu/XML/ERMS"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def maker(namespace: str, **prefixes: str) -> Any:
    """What makes the elements of a namespace, which needs no prefix."""
    names: dict[str | None, str] = {None: namespace}
    names.update(prefixes)
    return ElementMaker(namespace=namespace, nsmap=names)


def of(namespace: str, **attributes: str) -> dict[str, str]:
    """Attributes of a namespace."""
    return {f"{{{namespace}}}{name}": value for name, value in attributes.items()}


def moment(at: datetime | date) -> str:
    """A moment, or the beginning of a day, as XML Schema has it."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, time(), UTC)
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def present(values: Mapping[str, object]) -> dict[str, str]:
    """The attributes that have a value."""
    return {name: str(value) for name, value in values.items() if value is not None}


def written(root: Any) -> bytes:
    """The document's bytes."""
    found: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return found


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (ord(c) >= 32 and c not in "\ufffe\uffff"))
