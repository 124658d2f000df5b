"""Where a key is that never leaves its token, written as a PKCS#11 URI (RFC 7512)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from minutes.settings.reading import BadSetting, path_of

_BEGINS = "pkcs11:"
_KNOWN = {"token", "serial", "object", "id", "type", "module-path"}


@dataclass(frozen=True, slots=True)
class TokenKey:
    """The library that reaches the token, the token's label, and the key's.

    `serial` tells tokens of one label apart, `number` (hex) keys; each is empty where it is not
    needed.
    """

    library: Path
    token: str
    serial: str = ""
    label: str = ""
    number: str = ""


def _parts(uri: str) -> dict[str, str]:
    """The attributes of the path, parted by semicolons, and of the query."""
    path, _, query = uri.removeprefix(_BEGINS).partition("?")
    told = (one.partition("=") for one in [*path.split(";"), *query.split("&")] if one)
    return {name: words for name, _, words in told}


def read_key(environment: Mapping[str, str], name: str) -> TokenKey | None:
    """The key that a setting names. Raises BadSetting."""
    told = environment.get(name, "")
    if not told:
        return None
    parts = _parts(told)
    is_whole = {"token", "module-path"} <= parts.keys() and parts.keys() & {"object", "id"}
    if not told.startswith(_BEGINS) or not is_whole or parts.keys() - _KNOWN:
        raise BadSetting(
            f"{name} är ”{told}”. Ange pkcs11:token=KORTET;object=NYCKELN?module-path=BIBLIOTEKET."
        )
    library = path_of({name: unquote(parts["module-path"])}, name, is_folder=False)
    assert library is not None  # it is named
    return TokenKey(
        library,
        unquote(parts["token"]),
        unquote_to_bytes(parts.get("serial", "")).hex(),
        unquote(parts.get("object", "")),
        unquote_to_bytes(parts.get("id", "")).hex(),
    )
