"""The language of the screen: Swedish first, English by catalogue for those who choose it."""

from __future__ import annotations

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Blueprint, Flask, has_request_context, redirect, request, session, url_for
from flask_babel import Babel, Domain, get_locale, gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.domain.errors import Phrase, RuleBroken
from minutes.web.access import EVERYBODY, may, visitor

LANGUAGES = {"sv": "Svenska", "en": "English"}
"""The languages of the screen, each by its own name; the first is everybody's until they choose."""

_LOCALES = {"sv": "sv_SE", "en": "en_SE"}
"""English as in Sweden: 8 November 2026, 14:05, 12 345,5."""

_CATALOGUES = Path(__file__).resolve().parent.parent / "translations"
_KEPT = "language"

blueprint = Blueprint("languages", __name__)
may(blueprint, EVERYBODY, "choose")


def marked(words: str) -> str:
    """Phrase that are translated where they are shown; the catalogue is gathered by this name."""
    return words


def _known(language: str | None) -> str | None:
    return language if language in LANGUAGES else None


def language() -> str:
    """The language of this answer: the account's, or what the visitor chose, or Swedish."""
    if not has_request_context():
        return "sv"
    account = visitor()
    chosen = account.language if account else session.get(_KEPT)
    return _known(chosen) or "sv"


@cache
def translations(language: str) -> NullTranslations:
    """What the catalogue says in a language; Swedish is what stands in the code."""
    file = _CATALOGUES / language / "LC_MESSAGES" / "messages.po"
    if not file.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as written:
        write_mo(compiled, read_po(written))
    compiled.seek(0)
    return Translations(compiled)


class _Catalogue(Domain):  # type: ignore[misc]  # the library is untyped
    """The words of the screen; read from the catalogue itself, so that nothing is built first."""

    def get_translations(self) -> NullTranslations:
        """The translations into the language of this answer."""
        locale = get_locale()
        return translations(locale.language if locale else "sv")


class _Languages(Babel):  # type: ignore[misc]  # the library is untyped
    """Flask-Babel with our catalogue."""

    @cached_property
    def domain_instance(self) -> Domain:
        """Where words are looked up."""
        return _Catalogue()


def told(words: Phrase) -> str:
    """The words of a rule, in the language of this answer."""
    return words.told(gettext)


def said(no: RuleBroken) -> str:
    """The rule's sentence, in the language of this answer."""
    return told(no.words)


@blueprint.get("/sprak/<slug:language>")
def choose(language: str) -> Response:
    """Let a visitor without an account read in a language, from the page they came from on."""
    if _known(language) is None:
        raise NotFound
    session[_KEPT] = language
    came_from = request.referrer or ""
    is_ours = came_from.startswith(request.host_url)
    return redirect(came_from if is_ours else url_for("start.start"), 303)


def attach(app: Flask) -> None:
    """Let pages, forms and their sentences be in the visitor's language."""
    _Languages().init_app(
        app,
        default_locale=_LOCALES["sv"],
        default_timezone="Europe/Stockholm",
        locale_selector=lambda: _LOCALES[language()],
    )
    app.jinja_env.globals.update(language=language, languages=LANGUAGES)
    app.jinja_env.filters["told"] = told
