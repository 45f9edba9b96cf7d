/**
 * What somebody wrote, and what only hangs on below it: the mail he answers, a signature. Folded on the screen, never cut: both
 * together are the whole. Where nothing would be left to read, nothing is folded.
 */
export function splitQuoted(whole: string): { text: string; quoted: string } {
  const lines = whole.split('\n');
  const at = quotedFrom(lines);
  const text = lines.slice(0, at).join('\n');
  if (at === lines.length || text.trim() === '') return { text: whole.trimEnd(), quoted: '' };
  return { text: text.trimEnd(), quoted: lines.slice(at).join('\n').trim() };
}

/** The line above the quotation: of mail programs in the languages our customers use. */
const INTRODUCED = [
  /^\s*(?:>\s*)?(?:On|At|Am|Le|El|Il|Op)\b.{4,200}\b(?:wrote|schrieb|écrit|escribió|scritto|schreef)\s?:\s*$/iu,
  /^\s*在?.{4,120}(?:写道|寫道|编写|編寫|來信|来信)\s*[:：]\s*$/u,
  /^\s*(?:发自|發自|从|從)?\s*.{0,60}\d{4}.{4,80}<[^<>\s]+@[^<>\s]+>\s*[:：]?\s*$/u,
  /^\s*-{2,}\s*(?:original message|forwarded message|original appointment|原始邮件|原始郵件|原邮件|原郵件|转发的邮件|轉寄的郵件|转发邮件|轉寄郵件|回复的原邮件|回覆的原郵件|ursprüngliche nachricht)\s*-{2,}\s*$/iu,
  /^\s*_{20,}\s*$/,
];

/** A block of a header, as Outlook and QQ put it above the quotation. */
const FROM = /^\s*[*>]*\s*(?:from|von|de|发件人|發件人|寄件者)\s*[:：]\s*\*?.+/iu;
const HEADING =
  /^\s*[*>]*\s*(?:sent|date|to|subject|gesendet|an|betreff|发送时间|發送時間|發送日期|传送时间|傳送時間|寄件日期|日期|时间|時間|收件人|收件者|主题|主題|主旨|抄送|副本)\s*[:：]/iu;

/** RFC 3676, 4.3; and what telephones sign with. */
const SIGNATURE = /^-- ?$/;
const SIGNED_BY_PHONE =
  /^\s*(?:sent from my .{2,40}|von meinem .{2,40} gesendet|get outlook for .{2,20}|(?:发自|發自|从|從)我的.{2,30}(?:发送|傳送)?|来自我的.{2,30}|從我的.{2,30}(?:傳送|發出)|(?:发自|發自)(?:网易|網易|QQ|腾讯|新浪).{0,20})\s*$/iu;

function quotedFrom(lines: readonly string[]): number {
  const introduced = lines.findIndex((_line, at) => isIntroduced(lines, at) && staysQuoted(lines, at));
  const body = introduced === -1 ? lines.length : introduced;
  const above = lines.slice(0, trailingQuotes(lines.slice(0, body)));
  return signedFrom(above);
}

function isIntroduced(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  // a line that was broken in two to fit
  const both = `${line.trimEnd()} ${(lines[at + 1] ?? '').trim()}`;
  if (INTRODUCED.some((pattern) => pattern.test(line))) return true;
  if (line.trim() !== '' && /^\s*(?:On|At|Am|在)/.test(line) && INTRODUCED.slice(0, 2).some((one) => one.test(both)))
    return true;
  return FROM.test(line) && lines.slice(at + 1, at + 5).filter((next) => HEADING.test(next)).length >= 2;
}

/** An introduction with marked lines below it, and the answer below those, is an answer at the end or between: it stays open. */
function staysQuoted(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const marks = below.map((line) => /^\s*>/.test(line));
  const first = marks.indexOf(true);
  if (first === -1 || first > 3) return true;
  const own = below.slice(first).filter((line, no) => !marks[first + no] && !SIGNATURE.test(line.trimEnd()));
  return own.length === 0 || (marks.at(-1) === true && own.length * 4 < marks.length);
}

/** Marked lines at the very end, with nothing below them. */
function trailingQuotes(lines: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && (lines[at - 1]!.trim() === '' || /^\s*>/.test(lines[at - 1]!))) at -= 1;
  return lines.slice(at).some((line) => /^\s*>/.test(line)) ? at : lines.length;
}

const LONGEST_SIGNATURE = 30;

function signedFrom(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line));
  if (at !== -1 && lines.length - at <= LONGEST_SIGNATURE) return at;
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return last !== -1 && SIGNED_BY_PHONE.test(lines[last]!) ? last : lines.length;
}
