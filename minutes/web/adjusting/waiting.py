"""What waits for the one who has signed in to be adjusted, or certified."""

from __future__ import annotations

from flask import Blueprint, render_template

from minutes.store.certifying import to_certify
from minutes.store.queries.adjusting import asked_to_sign
from minutes.store.session import session
from minutes.web.access import SIGNED_IN, may, signed_in
from minutes.web.pages import today

blueprint = Blueprint("waiting", __name__)
may(blueprint, SIGNED_IN, "waiting")


@blueprint.get("/justering")
def waiting() -> str:
    """What waits for me, with the days left; what I have signed and that waits for others."""
    sent = asked_to_sign(session(), signed_in(), today())
    return render_template(
        "adjusting/waiting.html",
        mine=[one for one in sent if one.waits_for_me],
        others=[one for one in sent if not one.waits_for_me],
        corrections=to_certify(session(), signed_in()),
    )
