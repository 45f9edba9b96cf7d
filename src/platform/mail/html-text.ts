import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template', 'noscript']);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'table']);

/** More than anybody reads; the whole stays in the mail's own looks. */
const MOST = 4_000_000;

type Page = { lines: string[]; line: string; quotes: number };

/** Ends the line; an empty one stands between paragraphs. */
function endLine(page: Page): void {
  const said = page.line.replace(/[ \t\r\n\f]+/g, ' ').trim();
  if (said !== '') page.lines.push('> '.repeat(page.quotes) + said);
  page.line = '';
}

function leaveGap({ lines }: Page): void {
  if (lines.length > 0 && lines.at(-1)!.trim() !== '') lines.push('');
}

function breakLine(page: Page): void {
  const before = page.lines.length;
  endLine(page);
  if (page.lines.length === before) leaveGap(page);
}

function meetBlock(page: Page, tag: string, opens: boolean): void {
  endLine(page);
  if (tag === 'blockquote') page.quotes = Math.max(0, page.quotes + (opens ? 1 : -1));
  if (PARAGRAPHS.has(tag)) leaveGap(page);
}

/** The words of a page: a line a block, a mark before what is quoted. */
export function textOfHtml(html: string): string {
  const page: Page = { lines: [], line: '', quotes: 0 };
  let unseen = 0;
  const reader = new Parser({
    onopentagname(tag) {
      if (UNSEEN.has(tag)) unseen += 1;
      if (tag === 'br') breakLine(page);
      if (tag === 'td' || tag === 'th') page.line += ' ';
      if (BLOCKS.has(tag)) meetBlock(page, tag, true);
    },
    ontext(text) {
      if (unseen === 0) page.line += text;
    },
    onclosetag(tag) {
      if (UNSEEN.has(tag)) unseen = Math.max(0, unseen - 1);
      if (BLOCKS.has(tag)) meetBlock(page, tag, false);
    },
  });
  reader.end(html.slice(0, MOST));
  endLine(page);
  return page.lines
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
