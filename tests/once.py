"""What costs much is made once a run, whichever of its processes asks first."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

_FOLDER = pytest.StashKey[Path]()
_KEY = "folder_of_the_run"
_PREFIX = "paragraf-run-"


def open_run(config: pytest.Config) -> None:
    """Make the folder that the processes of a run share; a worker is told where it lies."""
    told = getattr(config, "workerinput", None)
    folder = Path(told[_KEY] if told else _new_folder())
    folder.chmod(0o711)  # a server that runs as somebody else finds its own folder in it
    config.stash[_FOLDER] = folder


def _new_folder() -> str:
    """A folder named after this process; what runs that were killed left behind is removed."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not _runs(int(left.name.removeprefix(_PREFIX).split("-")[0])):
            shutil.rmtree(left, ignore_errors=True)  # a server in it notices, and ends itself
    return tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def tell_worker(config: pytest.Config, workerinput: dict[str, object]) -> None:
    """Tell a worker of pytest-xdist where the folder lies."""
    workerinput[_KEY] = str(folder_of(config))


def folder_of(config: pytest.Config) -> Path:
    """The folder of the run."""
    return config.stash[_FOLDER]


def close_run(config: pytest.Config, *, before: Callable[[Path], None]) -> None:
    """Remove the folder where this process made it; `before` ends what runs in it."""
    if not hasattr(config, "workerinput"):
        before(folder_of(config))
        shutil.rmtree(folder_of(config))


def made_once(path: Path, make: Callable[[Path], None]) -> Path:
    """The file or folder `path`, made by the first process that wants it; others wait."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            unfinished = path.with_suffix(".part")
            make(unfinished)
            unfinished.rename(path)
    return path
