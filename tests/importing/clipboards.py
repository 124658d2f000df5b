"""HTML as programs lay it on the clipboard, of invented words, and its Markdown."""

_O = "<o:p></o:p>"


def _word(mark: str, level: int, text: str, font: str = "") -> str:
    space = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='margin-left:{36 * level}pt;mso-add-space:auto;"
        f"text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"<span style='{font}mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>{mark}"
        f"{space}</span></span><![endif]>{text}{_O}</p>\r\n"
    )


WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><title>Ärende</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-parent:""; margin:0cm;}} --></style></head>
<body lang=SV style='tab-interval:65.2pt'><!--StartFragment-->
<h1><a name="_Toc1"></a>Ärendet{_O}</h1>
<p class=MsoNormal>Division <st1:place w:st="on">Närsjukvård</st1:place> föreslår <b
style='mso-bidi-font-weight:normal'>sju&nbsp;</b>platser och <i>två</i> team,
se 5*3*2.<span style='mso-spacerun:yes'>  </span>{_O}</p>
<p class=MsoNormal>2026. Så skrivs året.<del cite="mailto:x" datetime="2026-01-01">Borttaget.</del>
<ins>Tillagt.</ins><span style='display:none;mso-hide:all'>Dolt.</span></p>
{_word("1.", 1, "Första punkten")}{_word("a)", 2, "dess ena del")}{_word("b)", 2, "dess andra")}\
{_word("2.", 1, "Andra punkten")}<p class=MsoNormal><!--[if gte vml 1]><v:shape/><![endif]--><img
src="file:///C:/clip_image002.png">{_O}</p>
{_word("·", 1, "en punkt", "font-family:Symbol;")}\
{_word("o", 2, "under den", 'font-family:"Courier New";')}<h2>Kostnader{_O}</h2>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
<td rowspan=2><p class=MsoNormal><b>Division{_O}</b></p></td><td colspan=2><p><b>Kronor</b></p></td>
</tr><tr><td><p class=MsoNormal align=right>2026</p></td><td><p align=right>2027</p></td></tr>
<tr><td><p>Service | stöd</p></td><td><p align=right style='text-align:right'>1&nbsp;640</p></td>
<td><p align=right>655</p></td></tr></table><p class=MsoNormal>{_O}</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>En kommentar.</p></div>
<!--EndFragment--></body></html>"""
WORD_MARKDOWN = r"""
### Ärendet

Division Närsjukvård föreslår **sju** platser och *två* team, se 5\*3\*2.

2026\. Så skrivs året. Tillagt.

1. Första punkten
   a) dess ena del
   b) dess andra
2. Andra punkten

- en punkt
  - under den

#### Kostnader

| Division | Kronor |  |
| --- | ---: | ---: |
|  | 2026 | 2027 |
| Service \| stöd | 1 640 | 655 |
"""

WORD_ONLINE = """<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1"
role="heading"
 aria-level="1"><span class="TextRun"><span class="NormalTextRun">Förslag</span></span><span
 class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1"><ol start="1"
 class="NumberListStyle1"><li data-aria-level="1" role="listitem"><p class="Paragraph"><span
 class="TextRun">Anta planen.</span><span class="EOP">&nbsp;</span></p></li></ol></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2"><li
data-aria-level="2"><p><span
 style="font-weight:bold">Snart</span></p></li></ul></div><div class="ListContainerWrapper"><ol
 start="2"><li data-aria-level="1"><p>Ge uppdrag.</p></li></ol></div>"""
WORD_ONLINE_MARKDOWN = """
### Förslag

1. Anta planen.
   - **Snart**
2. Ge uppdrag.
"""

LIBREOFFICE = """<html><head><meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">td p { margin: 0 }</style></head><body lang="sv-SE"><h1
class="western">Mål</h1>
<p style="line-height: 100%">Se tabell<sup><a class="sdfootnoteanc" name="sdfootnote1anc"
href="#sdfootnote1sym"><sup>1</sup></a></sup>.</p>
<ol start="3"><li value="3"><p style="margin-bottom: 0cm">tredje</p></li><li><p>fjärde</p>
<ol type="a"><li><p>under</p></li></ol></li></ol>
<table width="100%"><col width="128*"><thead><tr><th><p>Mått</p></th><th><p
align="right">2026</p></th>
</tr></thead><tbody><tr><td><p>Andel</p></td><td><p
align="right">12&nbsp;%</p></td></tr></tbody></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a> Enligt planen.</p></div></body></html>"""
LIBREOFFICE_MARKDOWN = """
### Mål

Se tabell¹.

3. tredje
4. fjärde
   a) under

| Mått | 2026 |
| --- | ---: |
| Andel | 12 % |

1 Enligt planen.
"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2
dir="ltr"><span style="font-size:16pt;font-weight:400;">Bakgrund</span></h2><p dir="ltr"><span
style="font-weight:700;white-space:pre-wrap;">Viktigt:</span><span style="font-weight:400;"> sju
team</span></p><br><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>ett</span></p></li>
<ul><li dir="ltr" aria-level="2"><p><span
style="font-style:italic">två</span></p></li></ul></ul></b>"""
GOOGLE_MARKDOWN = """
### Bakgrund

**Viktigt:** sju team

- ett
  - *två*
"""

OUTLOOK = """<html><body><div class=WordSection1><p class=MsoNormal>Hej<o:p></o:p></p><p
class=MsoNormal><o:p>&nbsp;</o:p></p><blockquote style='margin-left:30pt'><p class=MsoNormal>Svar
senast fredag.<br>Med vänlig hälsning</p></blockquote><p class=MsoNormal># 3_4_5 - klart</p>
<ul type=disc><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>en sak</li></ul></div>"""
OUTLOOK_MARKDOWN = r"""
Hej

> Svar senast fredag.
> Med vänlig hälsning

\# 3_4_5 - klart

- en sak
"""

PAGE = """<nav><a href="/">Start</a></nav><h1 onclick="x()">Regionen</h1><script>alert(1)</script>
<p>Läs <a href="javascript:x()">mer</a> om H<sub>2</sub>O &lt;b&gt; och m<sup>2</sup>.</p>
<p hidden>dolt</p><pre>rad ett
rad två</pre><table><tr><td><h2>Ruta</h2><p>Text i ruta</p></td></tr></table><iframe
src=x></iframe>"""
PAGE_MARKDOWN = """
Start

### Regionen

Läs mer om H₂O <b> och m².

rad ett
rad två

#### Ruta

Text i ruta
"""

CLIPBOARDS = {
    "Word": (WORD, WORD_MARKDOWN),
    "Word on the web": (WORD_ONLINE, WORD_ONLINE_MARKDOWN),
    "LibreOffice": (LIBREOFFICE, LIBREOFFICE_MARKDOWN),
    "Google Docs": (GOOGLE, GOOGLE_MARKDOWN),
    "Outlook": (OUTLOOK, OUTLOOK_MARKDOWN),
    "a web page": (PAGE, PAGE_MARKDOWN),
}
