"""METS as CSIP and SIP 2.1 have it: what lies in a package or a part of it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from minutes.documents.archive.markup import (
    CSIP,
    METS,
    SIP,
    XLINK,
    clean,
    maker,
    moment,
    of,
    written,
)
from minutes.documents.archive.pieces import Laid

PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
_E = maker(METS, xlink=XLINK, csip=CSIP, sip=SIP)


@dataclass(frozen=True, slots=True)
class Whole:
    """What a METS document describes: a package, or a representation in its `folder`.

    `groups` are the files by what they are used for, `parts` the METS documents of the
    representations, by name.
    """

    identity: str
    label: str
    organisation: str
    version: str
    at: datetime
    folder: str = ""
    descriptive: Sequence[Laid] = ()
    preservation: Sequence[Laid] = ()
    groups: Mapping[str, Sequence[Laid]] = field(default_factory=dict)
    parts: Mapping[str, Laid] = field(default_factory=dict)


def _sums(whole: Whole, one: Laid) -> dict[str, str]:
    return {
        "MIMETYPE": one.media_type,
        "SIZE": str(one.size),
        "CREATED": moment(whole.at),
        "CHECKSUM": one.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _at(whole: Whole, one: Laid) -> dict[str, str]:
    return {"LOCTYPE": "URL", **of(XLINK, type="simple", href=one.below(whole.folder))}


def _header(whole: Whole) -> Any:
    software = _E.agent(
        _E.name("Paragraf"),
        _E.note(whole.version, of(CSIP, NOTETYPE="SOFTWARE VERSION")),
        ROLE="CREATOR",
        TYPE="OTHER",
        OTHERTYPE="SOFTWARE",
    )
    organisation = _E.agent(
        _E.name(clean(whole.organisation)), ROLE="ARCHIVIST", TYPE="ORGANIZATION"
    )
    return _E.metsHdr(
        software,
        organisation,
        of(CSIP, OAISPACKAGETYPE="SIP"),
        CREATEDATE=moment(whole.at),
        LASTMODDATE=moment(whole.at),
        RECORDSTATUS="NEW",
    )


def _reference(whole: Whole, one: Laid, kind: Mapping[str, str]) -> Any:
    return _E.mdRef({**_at(whole, one), **_sums(whole, one), **kind})


def _metadata(whole: Whole) -> Iterator[Any]:
    erms = {"MDTYPE": "OTHER", "OTHERMDTYPE": "ERMS", "MDTYPEVERSION": "2.1"}
    for one in whole.descriptive:
        reference = _reference(whole, one, erms)
        yield _E.dmdSec(reference, ID=f"d{one.key}", CREATED=moment(whole.at), STATUS="CURRENT")
    if whole.preservation:
        premis = {"MDTYPE": "PREMIS", "MDTYPEVERSION": "3.0"}
        yield _E.amdSec(
            *(
                _E.digiprovMD(_reference(whole, one, premis), ID=f"a{one.key}", STATUS="CURRENT")
                for one in whole.preservation
            )
        )


def _file(whole: Whole, one: Laid) -> Any:
    return _E.file(
        _E.FLocat(_at(whole, one), of(XLINK, title=clean(one.title))),
        {"ID": one.key, **_sums(whole, one)},
    )


def _kind(use: str) -> dict[str, str]:
    """After what specification a group is made; in words, as the schematron wants it of each."""
    return of(CSIP, CONTENTINFORMATIONTYPE="OTHER", OTHERCONTENTINFORMATIONTYPE=use)


def _group(name: str) -> str:
    return f"g{name.replace('/', '-').lower()}"


def _files(whole: Whole) -> Any:
    groups = {**whole.groups}
    groups |= {f"Representations/{name}": [mets] for name, mets in whole.parts.items()}
    return _E.fileSec(
        *(
            _E.fileGrp(*(_file(whole, one) for one in some), _kind(use), USE=use, ID=_group(use))
            for use, some in groups.items()
            if some
        ),
        ID="filer",
    )


def _metadata_division(whole: Whole) -> Any:
    keys = {
        "DMDID": " ".join(f"d{one.key}" for one in whole.descriptive),
        "ADMID": " ".join(f"a{one.key}" for one in whole.preservation),
    }
    named = {name: some for name, some in keys.items() if some}
    return _E.div({"ID": "dmetadata", "LABEL": "Metadata", **named})


def _division(name: str) -> Any:
    return _E.div(_E.fptr(FILEID=_group(name)), ID=f"d{_group(name)}", LABEL=name)


def _part(whole: Whole, name: str, mets: Laid) -> Any:
    use = f"Representations/{name}"
    pointer = _E.mptr(_at(whole, mets), of(XLINK, title=_group(use)))
    return _E.div(pointer, ID=f"d{_group(use)}", LABEL=use)


def _parts(whole: Whole) -> Iterator[Any]:
    """One division for all representations, and one in it for each."""
    if whole.parts:
        named = [f"Representations/{name}" for name in whole.parts]
        groups = [_E.fptr(FILEID=_group(use)) for use in named]
        parts = [_part(whole, name, mets) for name, mets in whole.parts.items()]
        yield _E.div(*groups, *parts, ID="drepresentations", LABEL="Representations")


def _structure(whole: Whole) -> Any:
    divisions = [_division(name) for name, some in whole.groups.items() if some]
    inside = [_metadata_division(whole), *divisions, *_parts(whole)]
    division = _E.div(*inside, ID="dpaket", LABEL=whole.identity)
    return _E.structMap(division, ID="struktur", TYPE="PHYSICAL", LABEL="CSIP")


def mets(whole: Whole) -> bytes:
    """The METS document."""
    return written(
        _E.mets(
            _header(whole),
            *_metadata(whole),
            _files(whole),
            _structure(whole),
            of(CSIP, CONTENTINFORMATIONTYPE="citserms_v2_1"),
            OBJID=whole.identity,
            LABEL=clean(whole.label),
            TYPE="Mixed",
            PROFILE=PROFILE,
        )
    )
