"""A meeting whose text is finished, and those who sign it: a chair and two adjusters."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime

from minutes.actions.accounts import entrust, open_account
from minutes.actions.history import Act
from minutes.demonstration.accounts import PASSWORD
from minutes.demonstration.meetings import read_meeting
from minutes.demonstration.region import region
from minutes.domain.access import Duty
from minutes.importing.load import record_meeting
from minutes.importing.recorder import Recorder
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from minutes.store.tables import Organisation
from tests.databases import Register, opened

BODY = "regionala-utvecklingsnamnden"
DAY = "2026-11-20"
MEETING = f"/arbete/{BODY}/{DAY}"
HELD = "20 november 2026"
WHICH = f"Regionala utvecklingsnämnden {HELD}"
NUMBER = 41
"""The § that says something; the two before it are of the meeting itself."""
_DESCRIBED = """
body = "Regionala utvecklingsnämnden"
date = 2026-11-20
place = "Sammanträdesrum Strömmen, Regionhuset, Sundevik"
opened_at = "13:00"
closed_at = "13:40"
adjusters = ["Susanne Frejd", "Göran Sixtensson"]
secretary = "Viktor Lidholm"
not_serving = ["Lisbet Ahlmark", "Karolina Myhr"]

[[item]]
number = 39
title = "Val av protokolljusterare"
decides = ["utse Susanne Frejd (SD) och Göran Sixtensson (V) att jämte ordföranden justera."]

[[item]]
number = 40
title = "Fastställande av föredragningslista"
decides = ["fastställa föredragningslistan."]

[[item]]
number = 41
title = "Nattbuss mellan Sundevik och Norrvik"
dnr = "0702-2026"
decides = ["införa en nattbuss på prov."]
summary = "Bussen går en gång i timmen på fredagar. Provet kostar 1,2 mnkr."
recipients = ["Trafikbolaget"]
"""
SIGNERS = {
    "leif@sundevik.example": ("Leif Oskarsson", Duty.CHAIR),
    "susanne@sundevik.example": ("Susanne Frejd", Duty.ADJUSTER),
    "goran@sundevik.example": ("Göran Sixtensson", Duty.ADJUSTER),
}
"""Who signs, by address."""
SECRETARY = "viktor@sundevik.example"


def finish_text(register: Register) -> None:
    """Enter the meeting and open the accounts."""
    act = Act("Viktor Lidholm", datetime(2026, 11, 20, 15, tzinfo=UTC))
    with opened(register):
        writing()
        body = find_slug(session(), BODY)
        assert body
        organisation = session().get_one(Organisation, body.organisation_id)
        held = read_meeting(tomllib.loads(_DESCRIBED), region())
        record_meeting(Recorder(session(), act, organisation, asks_rules=True), body, held.protocol)
        people = {SECRETARY: ("Viktor Lidholm", Duty.SECRETARY), **SIGNERS}
        for email, (name, duty) in people.items():
            account = open_account(session(), act, email=email, name=name, password=PASSWORD)
            entrust(session(), act, account, duty, body)
        session().commit()
