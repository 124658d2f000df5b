"""What the package says of itself to a reader who has nothing but the package."""

from __future__ import annotations

README = """\
Arkivpaket från Paragraf
========================

Paketet följer E-ARK CSIP och SIP 2.1.0 (FGS Paketstruktur 2.0). METS.xml räknar upp allt som finns
här, med storlek och SHA-256 för varje fil. Varje representation har en egen METS.xml.

metadata/descriptive/erms.xml      förteckning: sammanträden, paragrafer och filer (CITS ERMS 2.1)
metadata/preservation/premis.xml   vad som har hänt med protokollen (PREMIS 3)
schemas/protokoll.schema.json      formen för protokoll.json (JSON Schema 2020-12)

representations/rep1/data          protokollen och deras handlingar, en mapp för varje sammanträde
  protokoll.pdf                    protokollet utan elektroniska underskrifter (PDF/A)
  protokoll-undertecknat.pdf       samma protokoll med underskrifterna (PAdES), där de finns
  protokoll-skannat-1.pdf          originalet undertecknat på papper, skannat, där det finns
  protokoll-rattat-2.pdf           protokollet som rättelsen till version 2 gjorde det
  protokoll-sekretess.pdf          sekretessbelagda paragrafer, bara i ett paket som är märkt så
  underskrifter.pdf                underskrifterna och anslaget i ord, för den som inte kan läsa dem
  validering.json                  vad prövningen av underskrifterna gav när paketet gjordes
  protokoll.json                   protokollet som data
  anslag.json                      bevis om anslag
  omrostningar.csv                 varje röst i varje omröstning (UTF-8, kommatecken)
  reservationer.txt                skriftliga reservationer
  delegationsbeslut.csv            årets beslut på delegation som ingen paragraf anmäler,
                                   i ett paket av ett helt år
  filer/                           alla filer som registret bevarar om sammanträdet: versioner som
                                   sänts till justering, undertecknade filer, bilagor, bilder

representations/rep2/data          registrets rader, så att de kan läsas in igen
  dump.json                        formatets version, och hur många rader varje tabell har
  TABELL.jsonl                     en rad i tabellen på varje rad i filen, som ett JSON-objekt
  history.jsonl                    historiken: digest är SHA-256 av händelsen och av den före

Dagar skrivs ÅÅÅÅ-MM-DD, tidpunkter i UTC enligt ISO 8601. Texter är Markdown. En kolumn som slutar
på _id är nyckeln till en rad i en annan tabell. En rad i document har filens SHA-256: filen med den
checksumman finns under filer/. Rader ur andra sammanträden, som de här raderna nämner, finns med
för att nycklarna ska leda någonstans; de är inte hela sammanträden.

Ett paket utan sekretess säger om en sekretessbelagd paragraf bara dess nummer och lagrum.

minutes restore MAPP läser in paketet i ett tomt Paragraf.
""".encode()
