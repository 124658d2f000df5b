"""What can be given to the archive, body by body and year by year, and the packages."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Response, current_app, jsonify, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, StringField

from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.settings import Settings
from minutes.store.queries.archivable import ArchiveYear, archive_year, archive_years
from minutes.store.queries.archivable_beside import archivable_delegated, withheld_in_year
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.kept_packages import kept_packages
from minutes.store.queries.writers import names_of
from minutes.store.session import session
from minutes.web.access import act, holders, may, signed_in, visitor
from minutes.web.archiving.packing import Bench, Order, Progress, pack
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.enclosures import kept_file

blueprint = Blueprint("archive", __name__)
ARCHIVISTS = holders(Duty.ARCHIVIST)
"""Who packs."""
KEEPERS = holders(Duty.ARCHIVIST, Duty.REGISTRAR)
"""Who reads what is packed and what is not."""
may(blueprint, KEEPERS, "archive", "year", "progress", "package")
may(blueprint, ARCHIVISTS, "make")
_YEAR = "/arkiv/<slug:body>/<year:year>"


class PeriodForm(Form):
    """The day or year that is packed."""

    period = StringField()


def keeps_archive() -> bool:
    """Whether the visitor has a duty that the archive's pages are for."""
    account = visitor()
    return account is not None and KEEPERS.admits(account, None)


def _bench(body: str, period: str) -> Bench:
    settings: Settings = current_app.config["MINUTES"]
    return Bench(settings.exports, body, period)


def _year(body: str, year: int) -> ArchiveYear:
    """The year. Raises NotFound."""
    found = archive_year(session(), body, year)
    if found is None:
        raise NotFound(_("Organet har inga sammanträden det året."))
    return found


def _under_way(of: ArchiveYear) -> dict[str, Progress]:
    """How far each package has come that is being made, or could not be."""
    periods = [str(of.year), *(str(one.held_on) for one in of.meetings)]
    told = ((period, _bench(of.slug, period).progress()) for period in periods)
    return {period: progress for period, progress in told if progress is not None}


def _show(of: ArchiveYear, refused: Refused | None = None) -> str:
    packages = [*of.packages, *(p for one in of.meetings for p in one.packages)]
    body = find_slug(session(), of.slug)
    return render_template(
        "archive/year.html",
        of=of,
        delegated=archivable_delegated(session(), body, of.year) if body else (),
        withheld=withheld_in_year(session(), body, of.year) if body else (),
        under_way=_under_way(of),
        names=names_of(session(), [one.kept_by for one in packages]),
        may_pack=ARCHIVISTS.admits(signed_in(), None),
        refused=refused,
        back=url_for("archive.year", body=of.slug, year=of.year),
    )


@blueprint.get("/arkiv")
def archive() -> str:
    """Each body's years: how many minutes are ready, and how many are packed."""
    return render_template("archive/archive.html", years=list(archive_years(session())))


@blueprint.get(_YEAR)
def year(body: str, year: int) -> str:
    """The meetings of a year: what is still to happen to their minutes, and their packages."""
    return _show(_year(body, year))


def _order(of: ArchiveYear, period: str) -> Order:
    """What is asked for. Raises RuleBroken and NotFound."""
    asked = {str(one.held_on): one for one in of.meetings}
    if period != str(of.year) and period not in asked:
        raise NotFound
    row = find_slug(session(), of.slug)
    ready = asked[period].is_adjusted if period in asked else of.is_adjusted
    if row is None or not ready:
        raise RuleBroken("Det finns inget justerat protokoll att arkivera.")
    return Order(row.id, of.slug, period, act())


@blueprint.post(_YEAR)
def make(body: str, year: int) -> BaseResponse:
    """Have the package of a meeting or of the year made."""
    form = PeriodForm(request.form)

    def do() -> str:
        of = _year(body, year)
        app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy has it
        if not pack(app, _order(of, form.period.data or "")):
            raise RuleBroken("Paketet görs redan. Vänta tills det är klart.")
        return url_for("archive.year", body=body, year=year)

    return carry_out(form, do, lambda refused: _show(_year(body, year), refused))


@blueprint.get(f"{_YEAR}/framsteg.json")
def progress(body: str, year: int) -> Response:
    """How far the packages have come that are being made, by day or year."""
    told = _under_way(_year(body, year))
    return jsonify({period: asdict(one) for period, one in told.items() if not one.is_over})


@blueprint.get("/arkiv/paket/<number:package>.zip")
def package(package: int) -> Response:
    """A package as one file."""
    if package not in {one.key for one in kept_packages(session())}:
        raise NotFound
    return kept_file(package)
