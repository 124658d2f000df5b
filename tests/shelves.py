"""What registers print lies on shelves that all registers of a run share.

A sheet lies under the checksum of all that it is printed from, so what one test had printed serves
the next, whose register is another copy of the same.
"""

from __future__ import annotations

from pathlib import Path

_NAMES = ("printed", "previews", "summons")


def share_shelves(run: Path, exports: Path) -> None:
    """Let the register that keeps its files in that folder use the shelves of the run."""
    exports.mkdir(parents=True, exist_ok=True)
    for name in _NAMES:
        shelf = run / "shelves" / name
        shelf.mkdir(parents=True, exist_ok=True)
        (exports / name).symlink_to(shelf)
