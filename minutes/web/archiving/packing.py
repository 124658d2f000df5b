"""Packages are made beside the requests: one at a time, told step by step, kept when whole."""

from __future__ import annotations

import fcntl
import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Flask

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.clock import swedish_day
from minutes.documents.archive.contents import Means
from minutes.documents.archive.making import Wanted
from minutes.documents.archive.package import made, steps
from minutes.documents.render import BadDocument
from minutes.documents.signing.means import means_of
from minutes.settings import Settings
from minutes.store.adjusted import meetings_in
from minutes.store.queries.kept_packages import ENDING, kept_packages
from minutes.store.records import is_adjusted
from minutes.store.session import session, writing
from minutes.store.tables import Body, DocumentKind
from minutes.web.languages import marked

_EXTENSION = "packing"
_STOPPED = marked("servern stannade under tiden")
_BROKE = marked("något gick fel hos oss")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be packed: of which body, the day or year, for whom."""

    body: int
    slug: str
    period: str
    act: Act


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a packing has come; `failed` tells why it came no further."""

    step: int
    steps: int
    failed: str = ""
    known_on: str = ""
    """The day on which what was packed was what an earlier package holds."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return bool(self.failed or self.known_on)


class Bench:
    """Where a package is made: the lock of the one who makes it, and how far it has come."""

    def __init__(self, exports: Path, slug: str, period: str) -> None:
        self.folder = exports / "packing"
        self._told = self.folder / f"{slug}-{period}.json"
        self._lock = self.folder / f"{slug}-{period}.lock"

    def take(self) -> int | None:
        """The lock, for as long as the file stays open; None while another holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._lock, os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return handle

    def tell(self, progress: Progress) -> None:
        """Let everybody know how far it has come."""
        unfinished = self._told.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(progress)), encoding="utf-8")
        unfinished.rename(self._told)

    def clear(self) -> None:
        """There is nothing more to tell."""
        self._told.unlink(missing_ok=True)

    def progress(self) -> Progress | None:
        """How far it has come; None where nothing is made. A server that stopped is told of."""
        try:
            told = Progress(**json.loads(self._told.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        if not told.is_over and (handle := self.take()) is not None:
            os.close(handle)
            with suppress(FileNotFoundError):  # it was finished while we looked
                self._told.stat()
                return Progress(told.step, told.steps, _STOPPED)
            return None
        return told


def _wanted(order: Order) -> Wanted:
    body = session().get_one(Body, order.body)
    held = meetings_in(session(), body, int(order.period[:4]))
    ready = [one for one in held if is_adjusted(session(), one)]
    return Wanted(body, [one for one in ready if _is_of(one.held_on, order)], order.period)


def _is_of(held_on: date, order: Order) -> bool:
    return order.period in {str(held_on), str(held_on.year)}


def _zipped(package: Path) -> bytes:
    """The package as one file, with its folder."""
    file = package.with_name(f"{package.name}{ENDING}")
    with ZipFile(file, "w", ZIP_DEFLATED) as whole:
        for path in sorted(package.rglob("*")):
            whole.write(path, path.relative_to(package.parent))
    return file.read_bytes()


def _made(order: Order, settings: Settings, bench: Bench, parent: Path) -> Path:
    """The package in its folder. Raises BadDocument and OSError."""
    wanted, trust = _wanted(order), means_of(settings).trust
    number = steps(wanted)
    means = Means(settings.exports, settings.pdf_variant, version("paragraf"), order.act.at, trust)
    package, making = parent, made(session(), wanted, means, parent)
    for step, package in enumerate(making, 1):  # noqa: B007  # the last is the package
        bench.tell(Progress(step, number))
    session().rollback()  # nobody waits for us while the file is packed
    return package


def _pack(order: Order, settings: Settings, bench: Bench) -> None:
    with TemporaryDirectory(dir=bench.folder) as folder:
        package = _made(order, settings, bench, Path(folder))
        if package.name in {one.name for one in kept_packages(session())}:
            bench.tell(Progress(0, 0, known_on=str(swedish_day(order.act.at))))
            return
        name, content = f"{package.name}{ENDING}", _zipped(package)
    session().rollback()
    file = File(content, DocumentKind.PACKAGE, name, "application/zip")
    keep_document(writing(), order.act, file, exports=settings.exports)
    session().commit()
    bench.clear()


def _work(app: Flask, order: Order, bench: Bench, lock: int) -> None:
    try:
        with app.app_context():
            _pack(order, app.config["MINUTES"], bench)
    except (BadDocument, OSError) as error:
        bench.tell(Progress(0, 0, str(error)))
    except Exception:
        app.logger.exception("a package could not be made")
        bench.tell(Progress(0, 0, _BROKE))
    finally:
        os.close(lock)


def pack(app: Flask, order: Order) -> bool:
    """Have a package made; False where it is being made already."""
    bench = Bench(app.config["MINUTES"].exports, order.slug, order.period)
    lock = bench.take()
    if lock is None:
        return False
    bench.tell(Progress(0, 1))
    workers(app).submit(_work, app, order, bench, lock)
    return True


def workers(app: Flask) -> ThreadPoolExecutor:
    """Those who pack: one, so that the machine serves meanwhile."""
    found: ThreadPoolExecutor = app.extensions[_EXTENSION]
    return found


def attach(app: Flask) -> None:
    """Let packages be made by the application."""
    app.extensions[_EXTENSION] = ThreadPoolExecutor(1, "packing")
