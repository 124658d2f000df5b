"""What an installation signs with and trusts, as its settings have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from minutes.documents.signing.credentials import Credentials, from_pkcs12
from minutes.documents.signing.signature import Clock, server_at
from minutes.documents.signing.token_credentials import seal_on_token
from minutes.documents.signing.trust import Trust, trust_of
from minutes.settings import Settings
from minutes.settings.signing import Signing


@dataclass(frozen=True, slots=True)
class Means:
    """Whom it trusts, its timestamp server, and the organisation's seal where there is one."""

    trust: Trust
    clock: Clock
    seal: Credentials | None


_Files = tuple[tuple[str, int, int], ...]


def _files_of(paths: Iterable[Path]) -> _Files:
    """What tells that a file was changed: a list that is fetched anew keeps its name."""
    found = ((path, path.stat()) for path in sorted(paths))
    return tuple((str(path), told.st_mtime_ns, told.st_size) for path, told in found)


def _seal(file: Path, signing: Signing) -> Credentials:
    if signing.seal_key:
        return seal_on_token(file, signing.seal_key, signing.seal_passphrase)
    return from_pkcs12(file.read_bytes(), signing.seal_passphrase)


@lru_cache(maxsize=4)
def _read(signing: Signing, _files: _Files) -> Means:
    seal = _seal(signing.seal, signing) if signing.seal else None
    trust = trust_of(signing.anchors) if signing.anchors else Trust()
    if seal:
        trust = trust.also(seal.certificate)
    trust = replace(
        trust,
        fetches=signing.revocation != "kept",
        requires_revocation=signing.revocation == "required",
    )
    clock = Clock(server_at(signing.timestamps) if signing.timestamps else None, signing.lasts)
    return Means(trust, clock, seal)


def means_of(settings: Settings) -> Means:
    """The means of an installation, read anew where a file has come, gone or changed.

    Raises BadCertificate, RuleBroken for a seal that cannot be opened, and OSError.
    """
    signing = settings.signing
    folder = signing.anchors.iterdir() if signing.anchors else ()
    return _read(signing, _files_of([*folder, *([signing.seal] if signing.seal else [])]))
