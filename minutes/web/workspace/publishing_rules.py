"""How a body's adjusted minutes come to the web: what the assembly has decided."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, HiddenField, StringField

from minutes.actions.publishing import choose_publishing
from minutes.actions.revisions import outdated
from minutes.domain.publishing import Publishing
from minutes.store.session import session
from minutes.store.tables import Body
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import KindField, line
from minutes.web.workspace.place import READERS, SECRETARIES

blueprint = Blueprint("publishing_rules", __name__)
may(blueprint, READERS, "rules")
may(blueprint, SECRETARIES, "choose")


class RulesForm(Form):
    """How, and when the assembly decided it; `seen` is what the form was made from."""

    publishing = KindField(Publishing)
    decision = StringField(filters=[line])
    seen = HiddenField()


def _stand(body: Body) -> str:
    return f"{body.publishing.value} {body.publishing_decision or ''}"


def _show(here: BodyPlace, refused: Refused | None = None) -> str:
    body = here.body
    known = RulesForm(
        publishing=body.publishing, decision=body.publishing_decision, seen=_stand(body)
    )
    return render_template(
        "workspace/publishing-rules.html",
        here=here,
        form=shown(known, "publicering", refused),
        refused=refused,
        back=url_for("publishing_rules.rules", body=body.slug),
    )


@blueprint.get("/arbete/<slug:body>/publicering")
def rules(body: str) -> str:
    """How the body's minutes come to the web."""
    return _show(body_place(body))


@blueprint.post("/arbete/<slug:body>/publicering")
def choose(body: str) -> Response:
    """Choose it."""
    here, form = body_place(body), RulesForm(request.form)

    def do() -> str:
        if form.seen.data != _stand(here.body):
            raise outdated()
        told = form.publishing.data, form.decision.data or ""
        choose_publishing(session(), act(), here.body, *told)
        return url_for("publishing_rules.rules", body=body)

    return carry_out(form, do, lambda refused: _show(body_place(body), refused))
