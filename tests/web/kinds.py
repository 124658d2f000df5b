"""One page of every kind, and the windows in which it is seen."""

KINDS = {
    "start": "/",
    "body": "/regionstyrelsen",
    "meeting": "/regionstyrelsen/2026-10-28",
    "paragraph with table and picture": "/regionstyrelsen/2026/88",
    "paragraph with votes and reservations": "/regionstyrelsen/2026/28",
    "paragraph with several tables": "/regionstyrelsen/2026/89",
    "paragraph with reports": "/regionstyrelsen/2025/86",
    "matters": "/arenden",
    "matter": "/arenden/0921-2026",
    "reservations": "/reservationer?ar=2026",
    "nothing found": "/reservationer?ord=xyzzy",
    "assignments": "/uppdrag",
    "assignment": "/uppdrag/1",
    "decision register": "/beslutsregister?ar=2026",
    "motions": "/motioner",
    "notice board": "/anslagstavla",
    "earlier notices": "/anslagstavla/tidigare",
    "notice": "/anslagstavla/18",
    "paragraph with an appeal": "/regionstyrelsen/2026/58",
    "persons": "/personer",
    "person": "/personer/marie-sandelius",
    "roll call": "/arbete/regionstyrelsen/2026-10-28/narvaro",
    "what waits to be adjusted": "/justering",
    "adjustment": "/arbete/regionala-utvecklingsnamnden/2026-11-04/justering",
    "sent to adjustment": "/arbete/regionala-utvecklingsnamnden/2026-11-18/justering/2",
    "a file to check": "/kontrollera",
    "archive": "/arkiv",
    "year of the archive": "/arkiv/regionstyrelsen/2026",
    "account": "/konto",
    "password": "/konto/losenord",
    "second factor": "/konto/andra-steget",
    "recovery codes": "/konto/reservkoder",
    "passkeys": "/konto/nycklar",
    "error": "/ingen/sadan/sida",
}
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
SMALLEST = {"width": 320, "height": 640}
"""At 320 CSS pixels nothing may need to be scrolled sideways (WCAG 2.2, 1.4.10)."""
