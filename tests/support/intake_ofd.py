"""A small writer of OFD files after GB/T 33190 for the tests: text objects, paths, pictures, templates; millimetres from the top left."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(x, y, said, size=4, *, box=None, delta=None, more="", code=""):
    """Return a text object whose baseline begins at x, y; digits are half as wide as Chinese characters."""
    left, top = box or (x, y - size)
    steps = delta if delta is not None else " ".join(str(size if ord(c) > 255 else size / 2) for c in said[:-1])
    distances = f' DeltaX="{steps}"' if steps else ""
    return f'<ofd:TextObject ID="1" Boundary="{left} {top} 150 {size + 2}" Font="1" Size="{size}" {more}><ofd:TextCode X="{x - left}" Y="{y - top}"{distances} {code}>{escape(said)}</ofd:TextCode></ofd:TextObject>'


def line(x0, y0, x1, y1):
    """Return a path object that is a rule."""
    return f'<ofd:PathObject ID="2" Boundary="{x0} {y0} {x1 - x0 + 1} {y1 - y0 + 1}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>'


def table(x, y, rows, widths, high=8):
    """Return a ruled table."""
    made = [line(x, y + n * high, x + sum(widths), y + n * high) for n in range(len(rows) + 1)]
    made += [line(x + sum(widths[:n]), y, x + sum(widths[:n]), y + len(rows) * high) for n in range(len(widths) + 1)]
    for n, row in enumerate(rows):
        made += [text(x + sum(widths[:i]) + 2, y + n * high + 6, said) for i, said in enumerate(row) if said]
    return "".join(made)


def picture(x, y, wide, high):
    """Return a picture."""
    return f'<ofd:ImageObject ID="3" Boundary="{x} {y} {wide} {high}" CTM="{wide} 0 0 {high} 0 0" ResourceID="9"/>'


def ofd(*pages, template="", area="", documents=1, parts=None, extra=""):
    """Return the bytes of a file of these pages, each the objects of its body layer."""
    files = {
        "OFD.xml": f'<ofd:OFD {SPACE} DocType="OFD" Version="1.0">'
        + "".join(
            f"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_{n}/Document.xml</ofd:DocRoot>{extra}</ofd:DocBody>"
            for n in range(documents)
        )
        + "</ofd:OFD>"
    }
    for n in range(documents):
        folder = f"Doc_{n}"
        listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
        named = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
        files[f"{folder}/Document.xml"] = (
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{named}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        )
        if template:
            files[f"{folder}/Tpls/Tpl_0/Content.xml"] = (
                f'<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="5">{template}</ofd:Layer></ofd:Content></ofd:Page>'
            )
        used = '<ofd:Template TemplateID="7" ZOrder="Background"/>' if template else ""
        for i, body in enumerate(pages):
            files[f"{folder}/Pages/Page_{i}/Content.xml"] = (
                f'<ofd:Page {SPACE}>{used}{area}<ofd:Content><ofd:Layer ID="6" Type="Body">{body}</ofd:Layer></ofd:Content></ofd:Page>'
            )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, **(parts or {})}.items():
            if content is not None:
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
