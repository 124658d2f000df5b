"""Officials' reports of three looks, of an invented region, as text."""

PLAIN = """\
Region Älvmark                                  TJÄNSTESKRIVELSE                      1 (2)
Regionstyrelsen

Datum                     Diarienummer
2026-03-02                0112-2026
Handläggare: Ingrid Almlöf

Månadsrapport februari 2026

Förslag till beslut
Regionstyrelsen föreslår regionfullmäktige besluta att
1. godkänna månadsrapporten.
2. ge styrelsen i uppdrag att redovisa åtgärder senast den 20 maj 2026.

Sammanfattning
Resultatet för årets två första månader är ett underskott på 12 mnkr.

Ärendet
Prognosen för året är ett resultat på 4 mnkr, vilket är 31 mnkr sämre än budget.

Åtgärderna är följande:
• Inhyrd personal minskas.
• Upphandlingen skjuts upp.

Ekonomi
Åtgärderna minskar kostnaderna med 9 mnkr.

Beslutsförslagets påverkan avseende jämställdhet
Ingen påverkan.

Bilagor
1. Månadsrapport februari 2026
2. Åtgärdslista

Protokollsutdrag skickas till
Regiondirektören
Ekonomichefen
"""

LABELLED = """\
Dnr: RS 2026/0871
Datum: 14 april 2026
Ansvarig handläggare: Bo Ekwall, strateg

Ärende: Svar på remiss om kollektivtrafik i glesbygd

Regionkontorets förslag till beslut
Regionkontoret föreslår att regionstyrelsen beslutar
att lämna yttrandet som sitt eget, samt
att paragrafen justeras omedelbart.

Bakgrund
Trafikverket har bett regionen om ett yttrande. Svaret ska vara inne den 1 juni.

Barnkonsekvensanalys
Barn reser till skolan.

Beslutsunderlag
Remiss från Trafikverket
Förslag till yttrande

Beslutet skickas till
Trafikverket
Ekonomichefen

"""

BARE = """\
Överenskommelse om laboratorier
mellan regionen och universitetet

Regionen och universitetet har i två år talat om gemensamma laboratorier. Ett förslag till
överenskommelse finns nu.

Regiondirektören bedömer att den bör undertecknas.
"""
