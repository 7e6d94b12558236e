import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { PYTHON } from './tools.ts';

const run = promisify(execFile);

/**
 * Runs a script beside this file with a reader of Office files that nobody here wrote, and gives what it
 * printed as JSON. Needs Debian's python3-docx and python3-openpyxl.
 */
export async function python<T>(script: string, ...args: string[]): Promise<T> {
  const file = path.join(import.meta.dirname, script);
  const { stdout } = await run(PYTHON, [file, ...args], { maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as T;
}

export interface DocxRead {
  readonly sections: readonly {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly landscape: boolean;
    /** Top, right, bottom, left. */
    readonly marginsMm: readonly number[];
    readonly firstPageApart: boolean;
    readonly firstHeader: string;
    /** Instructions of the fields in the header of the pages after the first. */
    readonly headerFields: readonly string[];
    readonly headerAligned: string;
    readonly headerPt: number;
    readonly startsAt: number;
    /** Texts of the marks behind the page, first page and other pages. */
    readonly marks: readonly string[];
  }[];
  readonly paragraphs: readonly DocxParagraph[];
  readonly tables: readonly {
    readonly rows: readonly (readonly string[])[];
    readonly headRows: number;
    readonly rowsThatSplit: number;
    readonly cells: readonly (readonly (readonly DocxParagraph[])[])[];
  }[];
  readonly fonts: readonly string[];
  readonly languages: readonly string[];
  readonly title: string;
  readonly author: string;
  readonly lastModifiedBy: string;
  readonly created: string;
}

export interface DocxParagraph {
  readonly text: string;
  readonly style: string;
  readonly align: string;
  readonly firstLineMm: number;
  readonly afterPt: number;
  readonly lines: number;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface XlsxCell {
  /** What the cell shows before anybody recalculates. */
  readonly value: string | number | null;
  readonly formula: string | null;
  readonly format: string;
  readonly locked: boolean;
}

export interface XlsxRead {
  readonly sheets: readonly {
    readonly name: string;
    readonly landscape: boolean;
    readonly paper: number;
    readonly frozen: string;
    readonly filter: string;
    readonly protected: boolean;
    readonly mayFilter: boolean;
    readonly printArea: string;
    /** Heights of rows that have one of their own, in points, as they are written. */
    readonly heights: readonly string[];
    readonly printTitles: string;
    readonly header: string;
    readonly footer: string;
    readonly rows: readonly (readonly XlsxCell[])[];
  }[];
  readonly title: string;
  readonly author: string;
  readonly lastModifiedBy: string;
}

export const readDocx = (file: string): Promise<DocxRead> => python('read_docx.py', file);
export const readXlsx = (file: string): Promise<XlsxRead> => python('read_xlsx.py', file);
