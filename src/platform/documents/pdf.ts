import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Cell, Paper, Sheet } from './paper.ts';
import { shown } from './shown.ts';

const require = createRequire(import.meta.url);

/** 10 MB a weight, of which a paper takes the letters it uses. */
const LETTERS = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const NORMAL = join(LETTERS, '400Regular/NotoSansSC_400Regular.ttf');
const BOLD = join(LETTERS, '700Bold/NotoSansSC_700Bold.ttf');

/** Of the library, what we call. */
type PdfMake = {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(may: (url: string) => boolean): void;
  setLocalAccessPolicy(may: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
};

/** Laid out on A4, across where a table is wide; pages are numbered, the head of a table stands on each. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const maker = require('pdfmake') as PdfMake;
  maker.setFonts({ Noto: { normal: NORMAL, bold: BOLD, italics: NORMAL, bolditalics: BOLD } });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => path.startsWith(LETTERS + sep));
  const wide = paper.sheets.some(({ columns }) => columns.length > 6);
  const made = maker.createPdf({
    info: { title: paper.title },
    pageSize: 'A4',
    pageOrientation: wide ? 'landscape' : 'portrait',
    pageMargins: [36, 40, 36, 44],
    defaultStyle: { font: 'Noto', fontSize: 9, lineHeight: 1.15 },
    footer: (page: number, pages: number) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 8 }),
    content: [
      { text: paper.title, fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      ...paper.facts.map(([label, value]) => ({ text: [{ text: `${label}  `, color: '#5a5a64' }, value] })),
      ...paper.texts.flatMap(({ title, text }) => [heading(title), { text }]),
      ...paper.sheets.flatMap((sheet) => tableOf(sheet, paper)),
    ],
  });
  return made.getBuffer();
}

function heading(text: string) {
  return { text, fontSize: 12, bold: true, margin: [0, 12, 0, 4] };
}

function tableOf(sheet: Sheet, { language }: Paper): object[] {
  const cell = (value: Cell, at: number) => ({
    text: shown(value, language),
    alignment: sheet.columns[at]?.number ? 'right' : 'left',
  });
  return [
    heading(sheet.title),
    ...(sheet.note ? [{ text: sheet.note, color: '#5a5a64', margin: [0, 0, 0, 4] }] : []),
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: 1,
        widths: sheet.columns.map(({ number }, at) => (at === 0 ? '*' : number ? 'auto' : '*')),
        body: [
          sheet.columns.map(({ label, number }) => ({ text: label, bold: true, alignment: number ? 'right' : 'left' })),
          ...sheet.rows.map((row) => row.map(cell)),
        ],
      },
    },
  ];
}
