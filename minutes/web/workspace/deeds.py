"""What the screen calls the verbs of the history's entries, by the kind of row."""

from __future__ import annotations

from collections.abc import Mapping

from minutes.web.languages import marked

DEEDS: Mapping[str, Mapping[str, str]] = {
    "item": {
        "taken up": marked("tog upp ärendet"),
        "put on agenda": marked("satte upp ärendet på föredragningslistan"),
        "put on agenda again": marked("tog upp ärendet på föredragningslistan igen"),
        "moved": marked("flyttade ärendet på föredragningslistan"),
        "withdrawn": marked("lät ärendet utgå"),
        "restored": marked("återtog ärendet"),
        "closed": marked("avslutade paragrafen"),
        "revised": marked("ändrade ärendets uppgifter"),
        "let treat": marked("angav diarienummer"),
        "given recipients": marked("angav mottagare av utdrag"),
        "given decision basis": marked("angav beslutsunderlag"),
        "given references": marked("angav hänvisningar"),
        "given annexes": marked("angav bilagor"),
        "tabled": marked("bordlade ärendet"),
        "referred back": marked("återremitterade ärendet"),
        "taken over": marked("förde in textens uppgifter"),
        "given back": marked("ångrade att textens uppgifter fördes in"),
        "made secret": marked("belade paragrafen med sekretess"),
        "made open": marked("hävde paragrafens sekretess"),
        "not postponed": marked("tog bort bordläggning eller återremiss"),
    },
    "section": {
        "written": marked("skrev ett avsnitt"),
        "revised": marked("ändrade ett avsnitt"),
        "headed": marked("ändrade ett avsnitts rubrik"),
    },
    "decision": {
        "decided": marked("förde in beslutet"),
        "revised": marked("ändrade beslutet"),
        "struck": marked("tog bort beslutet"),
        "restored": marked("lade tillbaka beslutet"),
    },
    "communication": {
        "communicated": marked("förde in ett meddelande"),
        "revised": marked("ändrade ett meddelande"),
        "struck": marked("tog bort ett meddelande"),
        "restored": marked("lade tillbaka ett meddelande"),
    },
    "annex": {
        "attached": marked("lade till en handling"),
        "moved": marked("flyttade en handling"),
        "struck": marked("tog bort en handling"),
        "restored": marked("lade tillbaka en handling"),
    },
    "recipient": {
        "addressed": marked("lade till en mottagare av utdrag"),
    },
    "correction": {
        "corrected": marked("förde in en rättelse"),
    },
    "proposal": {
        "put": marked("förde in ett yrkande"),
        "withdrawn": marked("antecknade att ett yrkande återtogs"),
        "upheld": marked("antecknade att ett yrkande kvarstår"),
        "revised": marked("ändrade ett yrkande"),
        "struck": marked("tog bort ett yrkande"),
        "restored": marked("lade tillbaka ett yrkande"),
    },
    "question": {
        "asked": marked("förde in en proposition"),
        "moved": marked("flyttade en proposition"),
        "revised": marked("ändrade en proposition"),
        "struck": marked("tog bort en proposition"),
        "restored": marked("lade tillbaka en proposition"),
    },
    "vote": {
        "voted": marked("förde in en omröstning"),
        "joined": marked("knöt en omröstning till en proposition"),
        "revised": marked("ändrade en omröstning"),
        "struck": marked("tog bort en omröstning"),
        "restored": marked("lade tillbaka en omröstning"),
    },
    "reservation": {
        "reserved": marked("förde in en reservation"),
        "received": marked("tog emot en reservations motivering"),
        "revised": marked("ändrade en reservation"),
        "struck": marked("tog bort en reservation"),
        "restored": marked("lade tillbaka en reservation"),
    },
    "note": {
        "noted": marked("förde in en anteckning"),
        "revised": marked("ändrade en anteckning"),
        "struck": marked("tog bort en anteckning"),
        "restored": marked("lade tillbaka en anteckning"),
    },
    "disqualification": {
        "disqualified": marked("förde in ett jäv"),
        "stepped aside": marked("antecknade att någon lämnade för jäv"),
        "revised": marked("ändrade ett jäv"),
        "struck": marked("tog bort ett jäv"),
        "restored": marked("lade tillbaka ett jäv"),
    },
    "stand_aside": {
        "stood aside": marked("antecknade vem som inte deltar i beslutet"),
        "struck": marked("tog bort att någon inte deltar i beslutet"),
        "restored": marked("lade tillbaka att någon inte deltar i beslutet"),
    },
    "assignment": {
        "given": marked("förde in ett uppdrag"),
        "closed": marked("avslutade ett uppdrag"),
        "opened again": marked("öppnade ett uppdrag igen"),
        "revised": marked("ändrade ett uppdrag"),
        "struck": marked("tog bort ett uppdrag"),
        "restored": marked("lade tillbaka ett uppdrag"),
    },
    "measure": {
        "reported": marked("redovisade ett uppdrag"),
        "revised": marked("ändrade en redovisning av ett uppdrag"),
        "struck": marked("tog tillbaka en redovisning av ett uppdrag"),
    },
    "assessment": {
        "assessed": marked("bedömde ett mål"),
        "revised": marked("ändrade bedömningen av ett mål"),
    },
    "verdict": {
        "signed": marked("skrev under"),
        "refused": marked("vägrade justera paragrafen"),
        "retracted": marked("tog tillbaka sin vägran"),
    },
    "settlement": {"settled": marked("godkände en paragraf som inte hade justerats")},
    "correction_proposal": {
        "proposed": marked("föreslog en rättelse"),
        "proposed figures of": marked("föreslog en rättelse av röstsiffror"),
        "withdrawn": marked("drog tillbaka ett förslag till rättelse"),
    },
    "extract": {"certified": marked("bestyrkte ett utdrag")},
    "appeal": {
        "appealed": marked("förde in ett överklagande"),
        "revised": marked("ändrade ett överklagande"),
        "struck": marked("tog bort ett överklagande"),
        "restored": marked("lade tillbaka ett överklagande"),
    },
    "mask": {"ruled on": marked("tog ställning till ord inför publiceringen")},
    "motion": {
        "answered": marked("besvarade en motion"),
        "answered anew": marked("ändrade svaret på en motion"),
        "left unanswered": marked("tog bort svaret på en motion"),
        "answered again": marked("lade tillbaka svaret på en motion"),
    },
}
"""What somebody did, by the kind of row that they did it to and the verb of the entry."""
