"""The settings of signatures: with what, in which ways, and whom one trusts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from minutes.settings.reading import BadSetting, one_of, path_of
from minutes.settings.tokens import TokenKey, read_key

METHODS = ("certificate", "seal", "service", "paper")
"""The methods' names, as the domain has them; a test compares."""


@dataclass(frozen=True, slots=True)
class Signing:
    """How minutes are signed.

    `anchors` is a folder of certificates whose holders vouch for others, and of revocation lists;
    `seal` the organisation's certificate and key (PKCS#12), or its certificate alone where
    `seal_key` is on a token; `seal_passphrase` opens either. `tokens` is the library by which one
    reaches the tokens with signers' own certificates. `revocation` is "kept" (in the folder
    or the file), "asked" (of the issuer, too) or "required". `match` is by what a certificate is
    known to be a signer's: "name" or "email".
    """

    methods: frozenset[str]
    anchors: Path | None
    seal: Path | None
    seal_key: TokenKey | None
    seal_passphrase: str = field(repr=False)
    tokens: Path | None
    timestamps: str
    lasts: bool
    revocation: str
    match: str


def _passphrase(environment: Mapping[str, str]) -> str:
    """What opens the seal, from a file that only the server reads or from the environment."""
    file = path_of(environment, "MINUTES_SEAL_PASSPHRASE_FILE", is_folder=False)
    if file is not None:
        return file.read_text(encoding="utf-8").strip()
    return environment.get("MINUTES_SEAL_PASSPHRASE", "")


def _server(environment: Mapping[str, str]) -> str:
    url = environment.get("MINUTES_TIMESTAMP_URL", "")
    parts = urlsplit(url)
    if url and not (parts.scheme in {"http", "https"} and parts.hostname):
        raise BadSetting(f"MINUTES_TIMESTAMP_URL är ”{url}”. Ange en adress med http eller https.")
    return url


def _methods(environment: Mapping[str, str], seal: Path | None) -> frozenset[str]:
    told = environment.get("MINUTES_SIGNING_METHODS", "").split()
    if unknown := [one for one in told if one not in METHODS]:
        raise BadSetting(
            f"MINUTES_SIGNING_METHODS: ”{unknown[0]}” finns inte. Ange bland {', '.join(METHODS)}."
        )
    if "seal" in told and seal is None:
        raise BadSetting("MINUTES_SEAL saknas: med vilken stämpel ska underskrifter göras?")
    return frozenset(told) or frozenset(METHODS) - ({"seal"} if seal is None else set())


def _seal_key(environment: Mapping[str, str], seal: Path | None) -> TokenKey | None:
    key = read_key(environment, "MINUTES_SEAL_KEY")
    if key is not None and seal is None:
        raise BadSetting("MINUTES_SEAL saknas: vilket certifikat hör till stämpelns nyckel?")
    return key


def read_signing(environment: Mapping[str, str]) -> Signing:
    """How minutes are signed. Raises BadSetting."""
    seal, server = path_of(environment, "MINUTES_SEAL", is_folder=False), _server(environment)
    lasts = one_of(environment, "MINUTES_SIGNING_LEVEL", "timed", "lasting") == "lasting"
    if lasts and not server:
        raise BadSetting("MINUTES_TIMESTAMP_URL saknas: varaktiga underskrifter behöver en server.")
    return Signing(
        methods=_methods(environment, seal),
        anchors=path_of(environment, "MINUTES_SIGNING_ANCHORS", is_folder=True),
        seal=seal,
        seal_key=_seal_key(environment, seal),
        seal_passphrase=_passphrase(environment),
        tokens=path_of(environment, "MINUTES_SIGNING_TOKENS", is_folder=False),
        timestamps=server,
        lasts=lasts,
        revocation=one_of(environment, "MINUTES_SIGNING_REVOCATION", "kept", "asked", "required"),
        match=one_of(environment, "MINUTES_SIGNER_MATCH", "name", "email"),
    )
