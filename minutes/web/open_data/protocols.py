"""A published protocol in Akoma Ntoso, for programs that read minutes of many."""

from __future__ import annotations

from datetime import date

from flask import Response, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.documents import akoma_ntoso as akn
from minutes.documents.edition import open_protocol_of
from minutes.store.editions import edition_of
from minutes.store.open_data.actors import known_in
from minutes.store.session import session
from minutes.web.bodies import found_body
from minutes.web.meetings import readable
from minutes.web.pages import fresh


def akoma_ntoso(body: str, held_on: date) -> Response:
    """The protocol as everybody may read it; there is none of a draft."""
    found_body(body)
    meeting = readable(body, held_on)
    edition = edition_of(session(), meeting)
    if edition.is_draft:
        raise NotFound(_("Protokollet är inte justerat än."))
    protocol = open_protocol_of(session(), meeting)
    told = akn.Told(protocol, edition, known_in(session(), meeting), request.url_root.rstrip("/"))
    answer = Response(akn.akoma_ntoso(told), mimetype=akn.MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'inline; filename="{body}-{held_on}.xml"'
    return fresh(answer)
