"""What each kind, field and parameter of the open data is: Swedish here, English by catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from minutes.web.languages import marked

KINDS: Mapping[str, tuple[str, str]] = {
    "organizations": (
        marked("Organ"),
        marked("Beslutande organ: fullmäktige, styrelse och nämnder."),
    ),
    "parties": (marked("Partier"), marked("Partier, som protokollen förkortar dem.")),
    "persons": (marked("Personer"), marked("Personer som protokollen nämner.")),
    "memberships": (
        marked("Uppdrag i organ"),
        marked("Vem som är ledamot, ersättare eller ordförande i vilket organ, och när."),
    ),
    "events": (
        marked("Sammanträden"),
        marked("Sammanträden vars protokoll är justerade, med närvaro."),
    ),
    "items": (marked("Paragrafer"), marked("Protokollens paragrafer med hela sin text.")),
    "decisions": (marked("Beslut"), marked("Vad en paragraf beslutade, punkt för punkt.")),
    "motions": (
        marked("Yrkanden"),
        marked("Förslag som lades i en paragraf och inte togs tillbaka; Popolos Motion."),
    ),
    "vote-events": (
        marked("Omröstningar"),
        marked("Omröstningar med summor och röster, som de lyder efter rättelse."),
    ),
    "votes": (marked("Röster"), marked("Varje ledamots röst för sig: en rad per röst.")),
    "reservations": (marked("Reservationer"), marked("Reservationer mot beslut.")),
    "notes": (
        marked("Anteckningar"),
        marked("Protokollsanteckningar, särskilda yttranden och röstförklaringar."),
    ),
    "documents": (
        marked("Bilagor och underlag"),
        marked("Bilagor, beslutsunderlag och hänvisningar, med sina titlar."),
    ),
    "matters": (marked("Ärenden"), marked("Ärenden med diarienummer, genom alla organ.")),
    "assignments": (
        marked("Uppdrag"),
        marked(
            "Uppdrag som beslut eller planer gav, vad som redovisats och vad som avslutade dem."
        ),
    ),
    "member-motions": (
        marked("Motioner"),
        marked("Ledamöters motioner till fullmäktige, med svaren på varje att-sats."),
    ),
}
"""The heading of each kind, and what it holds."""

KIND = marked("Av vilket slag det är.")

FIELDS: Mapping[str, str] = {
    "adjusted_on": marked("När protokollet justerades; null där det inte är känt."),
    "akn_url": marked("Protokollet som Akoma Ntoso, om det är publicerat."),
    "adjusters": marked("De som valdes att justera protokollet vid sidan av ordföranden."),
    "after": marked("Orden som rättelsen står intill."),
    "against": marked("Vems förslag det är riktat mot, med namn."),
    "answers": marked("Svaren på att-satsen, i tidsordning."),
    "assignee": marked("Vem som fick uppdraget, som beslutet skriver det."),
    "attendees": marked("De som var närvarande."),
    "casting_vote": marked("Vems röst som avgjorde när rösterna vägde lika."),
    "classification": KIND,
    "clauses": marked("Motionens att-satser."),
    "closed_by_id": marked("Paragrafen som avslutade uppdraget."),
    "corrections": marked("Rättelser efter justeringen."),
    "counts": marked("Hur många som svarade vad."),
    "creators": marked("Vilka det är av: personer, eller en partigrupp utan namn."),
    "date": marked("Sammanträdets dag."),
    "deadline": marked("När uppdraget ska vara klart, om det är en dag."),
    "decided_on": marked("När uppdraget gavs."),
    "dnr": marked("Diarienummer, som det skrivs."),
    "end_date": marked("Sista dagen; null för den som sitter."),
    "end_time": marked("När sammanträdet slutade, som TT:MM."),
    "event": marked("När uppdraget ska vara klart, om det är en händelse."),
    "event_id": marked("Sammanträdet."),
    "first": marked("Första paragrafen; null för sammanträdets första."),
    "ground": marked("Lagrummet för sekretessen."),
    "group_id": marked("Partiet den dagen, som protokollet förkortar det."),
    "heading": marked("Rubriken som den är tryckt."),
    "html_url": marked("Sidan att läsa, om det finns en."),
    "id": marked("Ett namn som inte ändras."),
    "in_favour_of": marked("Till förmån för vilket förslag, med protokollets ord."),
    "is_preliminary": marked("Om omröstningen utsåg motförslag till en senare."),
    "is_proposal": marked("Om svaret är ett förslag till det överordnade organet."),
    "is_published": marked("Om protokollet finns att läsa på webben."),
    "is_secret": marked("Om omröstningen var sluten: då är inga röster kända."),
    "item_id": marked("Paragrafen."),
    "last": marked("Sista paragrafen; null för sammanträdets sista."),
    "location": marked("Var sammanträdet hölls."),
    "lot": marked("Om lotten avgjorde."),
    "matter_id": marked("Ärendet."),
    "matter_ids": marked("Ärendena som paragrafen behandlar."),
    "measures": marked("Vad som redovisats, i vilken paragraf."),
    "motivation": marked("Motiveringen, i Markdown."),
    "name": marked("Namnet, som protokollet skriver det."),
    "new": marked("De nya orden."),
    "number": marked("Numret."),
    "old": marked("De gamla orden."),
    "on_behalf_of_id": marked("Partiet som platsen tillhör."),
    "option": marked("Svaret."),
    "options": marked("Vad ja och nej betyder."),
    "organization_id": marked("Organet."),
    "outcome": marked("Hur paragrafen slutade."),
    "parent_id": marked("Det överordnade organet."),
    "pdf_url": marked("Protokollet som PDF, om det är publicerat."),
    "person_id": marked("Personen; null för en partigrupp och för den som saknar egen sida."),
    "plan": marked("Planen som gav uppdraget, om det inte var ett beslut."),
    "point": marked("Beslutspunkten det gäller; null för hela beslutet."),
    "points": marked("Beslutets punkter."),
    "raised_on": marked("När motionen väcktes."),
    "rank": marked("1 i första hand, 2 i andra hand."),
    "reason": marked("Varför det rättades."),
    "recipients": marked("Vilka som får utdrag."),
    "remote": marked("Om personen deltog på distans."),
    "result": marked("pass om ja vann, fail om nej vann; null om det inte är känt."),
    "role": marked("Rollen."),
    "seats": marked("Hur många platser organet har."),
    "sections": marked("Paragrafens avsnitt."),
    "serves": marked("Om personen tjänstgör."),
    "serves_for": marked("För vem, med namn."),
    "spans": marked("Vilka paragrafer; tomt betyder alla."),
    "start_date": marked("Första dagen."),
    "start_time": marked("När sammanträdet öppnades, som TT:MM."),
    "status": marked("Hur långt uppdraget har kommit."),
    "substitution_order": marked("Ersättarens plats i partiets ordning."),
    "supports": marked("Vems förslag det instämmer i, med namn."),
    "text": marked("Texten."),
    "title": marked("Rubriken."),
    "to": marked("Det organ som ett förslag går till."),
    "updated_at": marked("När något av detta ändrades senast."),
    "url": marked("Adressen till just detta."),
    "value": marked("Antalet."),
    "vote_event_id": marked("Omröstningen."),
    "voter_id": marked("Personen som röstade."),
    "voter_name": marked("Namnet på den som röstade, den dagen."),
    "votes": marked("Rösterna; tomt om omröstningen var sluten eller bara räknades."),
    "withheld": marked("Paragrafer med sekretess: bara nummer och lagrum är kända."),
    "year": marked("Året."),
}
"""What each field holds."""

PARAMETERS: Mapping[str, str] = {
    **{name: FIELDS[name] for name in (
        "classification", "dnr", "event_id", "group_id", "item_id", "matter_id", "on_behalf_of_id",
        "option", "organization_id", "outcome", "person_id", "role", "year",
    )},
    "after": marked("Nyckeln som next i förra svaret slutade med."),
    "changed_since": marked("Bara det som ändrades den dagen eller senare."),
    "due_from": marked("Tidsfristen är den dagen eller senare."),
    "due_to": marked("Tidsfristen är den dagen eller tidigare."),
    "from": marked("Den dagen eller senare."),
    "holds_on": marked("Bara uppdrag som gällde den dagen."),
    "limit": marked("Hur många i varje svar."),
    "name": marked("Ord som ska finnas i namnet, med eller utan accenter."),
    "order": marked("oldest ger det som fördes in först, newest det som fördes in sist."),
    "to": marked("Den dagen eller tidigare."),
}  # fmt: skip
"""What each parameter narrows by."""

EXAMPLES: Mapping[str, str | int] = {
    "organization_id": "regionstyrelsen",
    "event_id": "regionstyrelsen.2025-10-29",
    "item_id": "regionstyrelsen.2025.100",
    "group_id": "V",
    "year": 2025,
    "from": "2025-01-01",
    "changed_since": "2025-10-01",
    "limit": 10,
}
"""Values that show the form of a parameter."""
