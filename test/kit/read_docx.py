"""Reads a Word file with python-docx and prints what a reader sees, as JSON."""
import json
import sys

import docx
from docx.oxml.ns import qn


def mm(length):
    return round(length / 36000, 1) if length is not None else 0


document = docx.Document(sys.argv[1])
body = document.element.body
normal = document.styles.element.find(qn('w:docDefaults'))
default_size = int(normal.find('.//' + qn('w:sz')).get(qn('w:val'))) / 2


def effective(paragraph, pick, default):
    """A property of the paragraph, of its style, or of the styles that one rests on."""
    found = pick(paragraph.paragraph_format)
    style = paragraph.style
    while found is None and style is not None:
        found = pick(style.paragraph_format)
        style = style.base_style
    return default if found is None else found


def run_property(paragraph, pick, default):
    for run in paragraph.runs:
        found = pick(run.font)
        style = paragraph.style
        while found is None and style is not None:
            found = pick(style.font)
            style = style.base_style
        return default if found is None else found
    return default


def read(paragraph):
    spacing = effective(paragraph, lambda form: form.line_spacing, 1.0)
    size = run_property(paragraph, lambda font: font.size, None)
    return {
        'text': paragraph.text,
        'style': paragraph.style.name,
        'align': str(effective(paragraph, lambda form: form.alignment, 'LEFT')).split(' ')[0],
        'firstLineMm': mm(effective(paragraph, lambda form: form.first_line_indent, 0)),
        'afterPt': getattr(effective(paragraph, lambda form: form.space_after, 0), 'pt', 0),
        'lines': spacing if isinstance(spacing, float) else 0,
        'sizePt': size.pt if size is not None else default_size,
        'bold': bool(run_property(paragraph, lambda font: font.bold, False)),
        'italic': bool(run_property(paragraph, lambda font: font.italic, False)),
    }


def marks(header):
    texts = [part.get('string') for part in header._element.iter('{urn:schemas-microsoft-com:vml}textpath')]
    return [text for text in texts if text is not None]


def section(item):
    header, first = item.header, item.first_page_header
    number = header.paragraphs[0]
    start = item._sectPr.find(qn('w:pgNumType'))
    sizes = [run.font.size for run in number.runs if run.font.size is not None]
    return {
        'widthMm': mm(item.page_width),
        'heightMm': mm(item.page_height),
        'landscape': item.orientation == 1,
        'marginsMm': [mm(item.top_margin), mm(item.right_margin), mm(item.bottom_margin), mm(item.left_margin)],
        'firstPageApart': bool(item.different_first_page_header_footer),
        'firstHeader': ''.join(part.text for part in first.paragraphs),
        'headerFields': [part.text.strip() for part in header._element.iter(qn('w:instrText'))],
        'headerAligned': str(number.alignment).split(' ')[0],
        'headerPt': sizes[0].pt if sizes else default_size,
        'startsAt': int(start.get(qn('w:start'))) if start is not None else 0,
        'marks': marks(first) + marks(header),
    }


def table(item):
    rows = list(item._tbl.tr_lst)
    cells = [[[p for p in cell.paragraphs] for cell in row.cells] for row in item.rows] if len(rows) < 100 else []
    texts = [
        [''.join(text.text or '' for text in cell.iter(qn('w:t'))) for cell in row.iter(qn('w:tc'))] for row in rows
    ]
    return {
        'rows': texts,
        'headRows': len([row for row in rows if row.find('.//' + qn('w:tblHeader')) is not None]),
        'rowsThatSplit': len([row for row in rows if row.find('.//' + qn('w:cantSplit')) is None]),
        'cells': [[[read(p) for p in cell] for cell in row] for row in cells],
    }


parts = [part for part in document.part.package.parts if str(part.partname).endswith('.xml')]
elements = [part.element for part in parts if hasattr(part, 'element')] + [document.styles.element]
fonts = set()
languages = set()
for element in elements:
    for item in element.iter(qn('w:rFonts')):
        fonts.update(value for key, value in item.attrib.items() if not key.endswith('hint'))
    for item in element.iter(qn('w:lang')):
        languages.update(item.attrib.values())

properties = document.core_properties
json.dump(
    {
        'sections': [section(item) for item in document.sections],
        'paragraphs': [read(paragraph) for paragraph in document.paragraphs],
        'tables': [table(item) for item in document.tables],
        'fonts': sorted(fonts),
        'languages': sorted(languages),
        'title': properties.title,
        'author': properties.author,
        'lastModifiedBy': properties.last_modified_by,
        'created': properties.created.isoformat(),
    },
    sys.stdout,
    ensure_ascii=False,
)
