import type { Recipient } from '../../conversation/conversation.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant } from '../../kernel/time.ts';
import { addressesIn, addressSomewhere } from '../../platform/mail/addresses.ts';
import { clean, oneLine } from '../../platform/mail/clean.ts';
import { decodeText } from '../../platform/mail/charset.ts';
import type { Gathered, MailFile } from '../../platform/mail/gather.ts';
import { gather, nothingGathered, wordsOf } from '../../platform/mail/gather.ts';
import type { Header } from '../../platform/mail/header.ts';
import { rawValue, rawValues, readHeader, textValue } from '../../platform/mail/header.ts';
import type { Mail } from './mail.ts';
import { splitQuoted } from './quoted.ts';
import { reportInWords, reportOf } from './report.ts';
import { isAutomatic, isForged, isFromPostmaster, isLoop } from './sort.ts';
import { splitMail } from '../../platform/mail/split.ts';

const LONGEST_SUBJECT = 500;
/** What stands in a conversation; more hangs on as a file. */
const LONGEST_TEXT = 500_000;
const LONGEST_HTML = 3_000_000;
const LF = 0x0a;
const MOST_REFERENCES = 100;
const MOST_RECIPIENTS = 200;
const LONGEST_ID = 400;

/** The address that the mailbox has. */
export type Ours = { address: string };

/**
 * Bytes to a mail. Never fails: what cannot be read in order comes as `unreadable`, with whatever can be made out of who wrote it,
 * what about, and what it says, so that somebody can look and answer.
 */
export async function parseMail(raw: Buffer, ours: Ours): Promise<Mail> {
  try {
    return await read(raw, ours);
  } catch {
    return unreadable(raw);
  }
}

async function read(bytes: Buffer, ours: Ours): Promise<Mail> {
  // some very old programs end lines with CR alone
  const raw = bytes.includes(LF) ? bytes : Buffer.from(bytes.toString('latin1').replaceAll('\r', '\n'), 'latin1');
  const root = await splitMail(raw);
  const found = nothingGathered();
  await gather(root, found);
  const headed = headOf(root.header, raw);
  const words = clean(wordsOf(found));
  const report = reportOf(root);
  const postmaster = isFromPostmaster(root.header, headed.author);
  const domain = ours.address.split('@').at(-1)!;
  const told =
    report ?? (postmaster ? reportInWords(`${words}\n${found.within.join('\n')}`, domain, root.header) : null);
  const automatic =
    told !== null || postmaster || isLoop(root.header, ours.address) || isAutomatic(root.header, headed.subject);
  const asks = found.locked || headed.from.address === '' ? 'unreadable' : 'message';
  return {
    ...headed,
    ...bodyOf(words, found),
    sort: told?.failed ? 'bounce' : automatic ? 'automatic' : asks,
    report: told,
  };
}

type Headed = Omit<Mail, 'text' | 'quoted' | 'html' | 'files' | 'sort' | 'report'>;

function headOf(header: Header, raw: Buffer): Headed {
  const author = ['from', 'sender', 'return-path'].map((name) => addressesIn(header, name)[0]).find(Boolean);
  const writer = author?.address ?? addressSomewhere(raw) ?? '';
  const asked = addressesIn(header, 'reply-to')[0];
  const recipients: Recipient[] = [
    ...addressesIn(header, 'to').map((one) => ({ as: 'to' as const, ...one })),
    ...addressesIn(header, 'cc').map((one) => ({ as: 'cc' as const, ...one })),
  ];
  const delivered = DELIVERED.flatMap((name) => addressesIn(header, name));
  return {
    messageId: idsIn(rawValue(header, 'message-id'))[0] ?? null,
    inReplyTo: idsIn(rawValue(header, 'in-reply-to')),
    references: rawValues(header, 'references').flatMap(idsIn).slice(-MOST_REFERENCES),
    from: { name: asked?.name || author?.name || '', address: asked?.address ?? writer },
    author: writer.toLowerCase(),
    recipients: recipients.slice(0, MOST_RECIPIENTS),
    deliveredTo: [...new Set([...recipients, ...delivered].map(({ address }) => address.toLowerCase()))],
    subject: oneLine(textValue(header, 'subject'), LONGEST_SUBJECT),
    date: dateOf(rawValue(header, 'date')),
    forged: isForged(header),
  };
}

const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];

function idsIn(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]+>/g) ?? [];
  const ids =
    bracketed.length > 0 ? bracketed : value.split(/[\s,]+/).flatMap((one) => (one.includes('@') ? `<${one}>` : []));
  return ids.map(clean).filter((id) => id.length <= LONGEST_ID);
}

function dateOf(value: string): Instant | null {
  try {
    return instant(value.replace(/\([^()]*\)/g, ''));
  } catch {
    return null;
  }
}

function bodyOf(words: string, found: Gathered): Pick<Mail, 'text' | 'quoted' | 'html' | 'files'> {
  const files: MailFile[] = [...found.files];
  const own = words === '' ? { text: '', quoted: '' } : splitQuoted(words);
  const within = clean(found.within.join('\n\n')).trim();
  const whole =
    own.text === ''
      ? { text: within, quoted: '' }
      : { ...own, quoted: [own.quoted, within].filter(Boolean).join('\n\n') };
  const page = clean(found.htmls.join('\n'));
  if (whole.text.length + whole.quoted.length > LONGEST_TEXT)
    files.push({ name: 'text.txt', bytes: Buffer.from(`${whole.text}\n\n${whole.quoted}`), contentId: null });
  if (page.length > LONGEST_HTML) files.push({ name: 'page.html', bytes: Buffer.from(page), contentId: null });
  return {
    text: cut(whole.text),
    quoted: cut(whole.quoted),
    html: page === '' || page.length > LONGEST_HTML ? null : page,
    files,
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT).toWellFormed()}…`;
}

const SHOWN_UNREADABLE = 20_000;

/** What nobody could take apart: its beginning as it stands, and whoever seems to have written it. */
export function unreadable(raw: Buffer): Mail {
  const header = readHeader(raw.subarray(0, 200_000));
  const address = addressSomewhere(raw) ?? '';
  const beginning = raw.subarray(0, SHOWN_UNREADABLE);
  return {
    messageId: idsIn(rawValue(header, 'message-id'))[0] ?? null,
    inReplyTo: [],
    references: [],
    from: { name: '', address },
    author: address.toLowerCase(),
    recipients: [],
    deliveredTo: [],
    subject: oneLine(textValue(header, 'subject'), LONGEST_SUBJECT),
    date: null,
    text: clean(decodeText(beginning, null)),
    quoted: '',
    html: null,
    files: [],
    sort: 'unreadable',
    report: null,
    forged: isForged(header),
  };
}
