"""Reads an Excel file with openpyxl and prints it as JSON; with a second name, saves a copy without results."""
import json
import sys

import openpyxl

source = sys.argv[1]
formulas = openpyxl.load_workbook(source)
values = openpyxl.load_workbook(source, data_only=True)


def cell(written, shown):
    formula = written.value if written.data_type == 'f' else None
    return {
        'value': shown.value,
        'formula': formula,
        'format': written.number_format,
        'locked': bool(written.protection.locked),
    }


def sheet(written, shown):
    return {
        'name': written.title,
        'landscape': written.page_setup.orientation == 'landscape',
        'paper': int(written.page_setup.paperSize or 0),
        'frozen': written.freeze_panes or '',
        'filter': written.auto_filter.ref or '',
        'protected': bool(written.protection.sheet),
        'mayFilter': not written.protection.autoFilter,
        'printArea': str(written.print_area or ''),
        'printTitles': written.print_title_rows or '',
        # As text: a height that is no number is no JSON either.
        'heights': [str(row.height) for row in written.row_dimensions.values() if row.height is not None],
        'header': written.oddHeader.center.text or '',
        'footer': (written.oddFooter.left.text or '') + (written.oddFooter.center.text or ''),
        'rows': [
            [cell(a, b) for a, b in zip(left, right)]
            for left, right in zip(written.iter_rows(), shown.iter_rows())
        ],
    }


json.dump(
    {
        'sheets': [sheet(formulas[name], values[name]) for name in formulas.sheetnames],
        'title': formulas.properties.title or '',
        'author': formulas.properties.creator or '',
        'lastModifiedBy': formulas.properties.lastModifiedBy or '',
    },
    sys.stdout,
    ensure_ascii=False,
)
if len(sys.argv) > 2:
    formulas.save(sys.argv[2])
