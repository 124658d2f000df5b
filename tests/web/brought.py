"""A desk that is brought somewhere once, and put back there for each test that begins there.

Getting somewhere costs several pages; the files of the register as they were then are copied, and
the page that lay in front of the secretary lies there again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Generic, TypeVar

from tests.databases import close
from tests.web.desk import Desk
from tests.web.pages import Shown

T = TypeVar("T")


@dataclass(frozen=True)
class _Kept(Generic[T]):
    """What there was when the desk had been brought there."""

    files: Path
    config: dict[str, Any]
    cookie: str
    page: Shown
    given: T


def _keep(desk: Desk, name: str, given: T) -> _Kept[T]:
    close(desk.register)
    folder = desk.register.settings.exports.parent
    files = folder.with_name(f"{folder.name}-{name}")
    shutil.copytree(folder, files, symlinks=True)
    cookie = desk.visitor.client.get_cookie(desk.app.config["SESSION_COOKIE_NAME"])
    assert cookie
    return _Kept(files, dict(desk.app.config), cookie.value, desk.page, given)


def _put_back(desk: Desk, kept: _Kept[T]) -> None:
    close(desk.register)
    folder = desk.register.settings.exports.parent
    shutil.rmtree(folder)
    shutil.copytree(kept.files, folder, symlinks=True)
    desk.app.config.update(kept.config)
    desk.visitor.client.set_cookie(desk.app.config["SESSION_COOKIE_NAME"], kept.cookie)
    desk.page = kept.page


def brought(bring: Callable[[Desk], T]) -> Callable[[Desk], T]:
    """What brings the desk of `own_register` somewhere, done once in a process.

    It gives that desk, or words found on the way.
    """
    kept: list[_Kept[T]] = []

    @wraps(bring)
    def there(**fixture: Desk) -> T:
        (desk,) = fixture.values()
        if not kept:
            name = f"{bring.__module__}.{bring.__name__}"
            kept.append(_keep(desk, name, bring(desk)))
            return kept[0].given
        _put_back(desk, kept[0])
        given = kept[0].given
        return desk if isinstance(given, Desk) else given

    return there
