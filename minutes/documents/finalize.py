"""One pass over a laid-out PDF: what the archive and the screen reader ask and WeasyPrint lacks."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from minutes.documents.fields import make_fields
from minutes.documents.letterhead import stamp

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{claims}
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Paragraf</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""XMP with both identifiers in one rdf:RDF, and the extension schema that PDF/A asks for
(ISO 19005-3 6.6.2.3.3; ISO 14289-1 5)."""

_CLAIMS = """<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>"""

_LINK = "Fotnot"
"""What a link is called that leads to no §: footnotes are the only others."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside: the document's data, or what supplements it."""

    name: str
    content: bytes
    media_type: str
    relationship: str = "Data"
    description: str = "Protokollet som data"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself and carries; `created` is a moment in W3C form.

    Only a variant of PDF/A is claimed: what is laid out as another may get pages of others.

    `links` gives the words of the links, by the anchor they lead to, `fields` the labels of the
    links that become fields for signatures. A § alone is not numbered:
    its pages have other numbers in the whole.
    """

    title: str
    author: str
    subject: str
    created: str
    variant: str
    links: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    is_numbered: bool = True
    fields: Mapping[str, str] = field(default_factory=dict)


def _pdf_date(moment: str) -> str:
    return datetime.fromisoformat(moment).strftime("D:%Y%m%d%H%M%SZ")


def _claims(variant: str) -> str:
    name, _, kind = variant.partition("-")
    return _CLAIMS.format(part=kind[0], conformance=kind[1].upper()) if name == "pdf/a" else ""


def _identify(pdf: pikepdf.Pdf, facts: Facts) -> None:
    producer = str(pdf.docinfo.get("/Producer", ""))
    xmp = _XMP.format(
        claims=_claims(facts.variant),
        title=escape(facts.title),
        author=escape(facts.author),
        subject=escape(facts.subject),
        created=facts.created,
        producer=escape(producer),
    )
    stream = pdf.make_stream(xmp.encode())
    stream["/Type"], stream["/Subtype"] = Name.Metadata, Name.XML
    pdf.Root["/Metadata"] = stream
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)


def _file_spec(pdf: pikepdf.Pdf, one: Attachment, created: str) -> pikepdf.Object:
    stream = pdf.make_stream(one.content)
    stream["/Type"], stream["/Subtype"] = Name.EmbeddedFile, Name(f"/{one.media_type}")
    stream["/Params"] = Dictionary(
        Size=len(one.content),
        ModDate=String(_pdf_date(created)),
        CheckSum=String(hashlib.md5(one.content, usedforsecurity=False).digest()),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(one.name),
            UF=String(one.name),
            AFRelationship=Name(f"/{one.relationship}"),
            Desc=String(one.description),
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def _attach(pdf: pikepdf.Pdf, facts: Facts) -> None:
    """Attach files and say what they are to the document (ISO 19005-3 6.8, Annex E)."""
    if not facts.attachments:
        return
    names, associated = Array(), Array()
    for one in sorted(facts.attachments, key=lambda a: a.name):
        spec = _file_spec(pdf, one, facts.created)
        names.extend([String(one.name), spec])
        associated.append(spec)
    tree = pdf.Root.get("/Names", Dictionary())
    tree["/EmbeddedFiles"] = Dictionary(Names=names)
    pdf.Root["/Names"], pdf.Root["/AF"] = tree, associated


def _name_links(pdf: pikepdf.Pdf, names: Mapping[str, str]) -> None:
    """Give links within the document the words that a reader says (ISO 14289-1 7.18.5)."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            anchor = str(annotation.get("/Contents", ""))
            if "/A" not in annotation and "/FT" not in annotation:
                annotation["/Contents"] = String(names.get(anchor, _LINK))


def finalize(laid_out: bytes, letterhead: bytes, facts: Facts) -> bytes:
    """The file as it is kept: stamped, identified, with its record; same bytes for same input."""
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        stamp(pdf, letterhead, is_numbered=facts.is_numbered)
        make_fields(pdf, facts.fields)
        _name_links(pdf, facts.links)
        _identify(pdf, facts)
        _attach(pdf, facts)
        kept = io.BytesIO()
        pdf.save(
            kept,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return kept.getvalue()
