"""What PDF/A-2a asks of a file, as far as it can be looked at without a full validator.

Each check names the clause of ISO 19005-2 it looks at. It is not a certificate: it is held against
the files of Typst, which declares the conformance itself.
"""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from sortie.papers import Paper
from tests.papers.reading import opened, xmp_of

_FORBIDDEN_KEYS = {
    "/JavaScript",
    "/JS",
    "/AA",
    "/EmbeddedFiles",
    "/XFA",
    "/OpenAction",
    "/Alternates",
}
_FORBIDDEN_ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript"}


def faults(paper: Paper) -> list[str]:
    """Return what a PDF/A-2a file may not hold or must hold."""
    with opened(paper) as pdf:
        return [*_of_file(paper.pdf, pdf), *_of_root(pdf), *_of_objects(pdf), *_of_pages(pdf),
                *_of_drawing(pdf), *_of_metadata(pdf, xmp_of(paper))]  # fmt: skip


def _of_file(raw: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    header, second = raw.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]", header):
        yield "6.1.2 header"
    if not (second.startswith(b"%") and all(byte > 127 for byte in second[1:5])):
        yield "6.1.2 four bytes over 127 after the header"
    if "/Encrypt" in pdf.trailer:
        yield "6.1.3 encrypted"
    if "/ID" not in pdf.trailer:
        yield "6.1.3 no ID in the trailer"
    if not raw.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "6.1.3 something after the end"


def _of_root(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if not any(str(each.S) == "/GTS_PDFA1" and "/DestOutputProfile" in each
               for each in root.get("/OutputIntents", [])):  # fmt: skip
        yield "6.2.3 no output intent"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "6.7.2 not marked"
    if "/StructTreeRoot" not in root:
        yield "6.7.3 no structure"
    if not str(root.get("/Lang", "")):
        yield "6.7.4 no language"
    if root.get("/NeedsRendering"):
        yield "6.4.2 needs rendering"
    if root.get("/OCProperties") is not None:
        yield "6.9 optional content"


def _of_objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            continue
        for key in sorted(_FORBIDDEN_KEYS & set(each.keys())):
            yield f"6.5 {key}"
        if str(each.get("/S", "")) in _FORBIDDEN_ACTIONS:
            yield f"6.5.1 {each.S}"
        if "/LZWDecode" in str(each.get("/Filter", "")):
            yield "6.1.7.2 LZW"
        if isinstance(each, pikepdf.Stream) and ("/F" in each or each.get("/Subtype") == "/PS"):
            yield "6.1.7.1 an outside stream"
        if bool(each.get("/Interpolate", False)):
            yield "6.2.8 an interpolated image"
        yield from _of_font(each)


def _of_font(each: Any) -> Iterator[str]:
    if each.get("/Type") != "/Font" or each.get("/Subtype") != "/Type0":
        return
    if "/ToUnicode" not in each:
        yield "6.2.11.7.2 a font without its text"
    for below in each.DescendantFonts:
        if not {"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys()):
            yield "6.2.11.4.1 a font that is not in the file"


def _of_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        group = page.get("/Group")
        if group is not None and "/CS" not in group:
            yield "6.2.10 a transparent page without its colours"
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield "6.7 the order of what can be clicked"
        if "/StructParents" not in page:
            yield "6.7.3 a page out of the structure"


def _of_drawing(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        stream: Any = pikepdf.parse_content_stream(page)
        drawn = [(operands, str(operator)) for operands, operator in stream]
        yield from _of_tags(drawn)
        for name, codes in _letters(drawn).items():
            below = page.Resources["/Font"][name].DescendantFonts[0]
            if "/CIDSet" in below.FontDescriptor and codes - _held(below):
                yield "6.2.11.4.2 a letter that the font does not hold"


def _of_tags(drawn: list[Any]) -> Iterator[str]:
    """Yield what is drawn outside any tag, and the tags that are not closed."""
    marks = 0
    for _, name in drawn:
        marks += (name in ("BDC", "BMC")) - (name == "EMC")
        if name in ("Tj", "TJ", "Do", "f", "S") and not marks:
            yield f"6.7.3 {name} drawn outside any tag"
    if marks:
        yield "6.7.3 a tag that is not closed"


def _letters(drawn: list[Any]) -> dict[str, set[int]]:
    """Return the codes of the letters drawn in each font."""
    font, used = "", defaultdict[str, set[int]](set)
    for operands, name in drawn:
        if name == "Tf":
            font = str(operands[0])
        if name == "TJ":
            shown = [bytes(each) for each in operands[0] if isinstance(each, pikepdf.String)]
            used[font] |= {code for each in shown for (code,) in struct.iter_unpack(">H", each)}
    return used


def _held(font: Any) -> set[int]:
    bits: bytes = font.FontDescriptor.CIDSet.read_bytes()
    return {rank for rank in range(len(bits) * 8) if bits[rank // 8] >> (7 - rank % 8) & 1}


def _of_metadata(pdf: pikepdf.Pdf, xmp: str) -> Iterator[str]:
    for said in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        if said not in xmp:
            yield f"6.6.4 {said}"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        if str(pdf.docinfo.get("/Title", "")) != told.get("dc:title", ""):
            yield "6.6.3 two titles"
        if not told.get("xmp:CreateDate", "").startswith(_day(pdf)):
            yield "6.6.3 two dates"


def _day(pdf: pikepdf.Pdf) -> str:
    day = str(pdf.docinfo.get("/CreationDate", ""))[2:10]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"
