"""How a setting is read: what is wrong is told by its name, with what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class BadSetting(ValueError):
    """A setting that cannot be used; the Swedish sentence names it and says what it may be."""


def number(environment: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    """A number of that size. Raises BadSetting."""
    text = environment.get(name, str(default))
    if not text.isdecimal() or not least <= int(text) < 65536:
        raise BadSetting(f"{name} är ”{text}”. Ange ett heltal från {least} till 65535.")
    return int(text)


def path_of(environment: Mapping[str, str], name: str, *, is_folder: bool) -> Path | None:
    """A file or folder that is there. Raises BadSetting."""
    told = environment.get(name)
    if not told:
        return None
    path = Path(told).absolute()
    if not (path.is_dir() if is_folder else path.is_file()):
        raise BadSetting(f"{name} är ”{told}”. Där finns ingen {'mapp' if is_folder else 'fil'}.")
    return path


def one_of(environment: Mapping[str, str], name: str, *allowed: str) -> str:
    """One of the allowed words; the first where nothing is said."""
    wanted = environment.get(name, allowed[0])
    if wanted not in allowed:
        raise BadSetting(f"{name} är ”{wanted}”. Ange {' eller '.join(allowed)}.")
    return wanted
