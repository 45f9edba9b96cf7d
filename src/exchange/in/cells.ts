import type { Params } from '../../kernel/refusal.ts';
import { Temporal } from '../../kernel/temporal.ts';
import { fold } from '../../kernel/text/fold.ts';
import { normalisePhone } from '../../kernel/text/mask.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant } from '../../kernel/time.ts';
import type { Language, Words } from '../../kernel/words.ts';
import type { Wrong } from '../table.ts';

/** The cells of one row by field. What cannot be read is noted at its cell and read as null, so that all of it is said at once. */
export type Cells = {
  wrong: Wrong[];
  /** Only looked at: all that is written will be rolled back. */
  looking: boolean;
  /** The sender's. */
  language: Language;
  refuse(field: string, code: string, params?: Params): null;
  text(field: string, most?: number): string | null;
  needed(field: string, most?: number): string;
  list(field: string): string[];
  phones(...fields: string[]): string[];
  day(field: string): string | null;
  moment(field: string): Instant | null;
  whole(field: string, from: number, to: number): number | null;
  yes(field: string): boolean | null;
  choice<Key extends string>(field: string, among: Readonly<Record<Key, Words>>): Key | null;
  /** Throws all that was wrong so far, if anything was. */
  orRefuse(): void;
};

export type Mapping = Readonly<Record<string, number>>;

/** Several things wrong with one row. */
export class RowRefusedError extends Error {
  readonly wrong: readonly Wrong[];
  constructor(wrong: readonly Wrong[]) {
    super(wrong.map(({ code }) => code).join(', '));
    this.wrong = wrong;
  }
}

const YES = new Set(['yes', 'y', 'true', '1', '是', '有', '√', '✓', 'x']);
const NO = new Set(['no', 'n', 'false', '0', '否', '无', '-']);
const SEVERAL = /[、，,;；\n/|]+/;
const LONGEST = 200;
/** 2026-11-21, 2026/1/5, 2026.1.5, 2026年1月5日, each with a time of day or none. */
const DATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;

export type Reading = { mapping: Mapping; zone: string; language: Language; looking: boolean };

export function cellsOf({ mapping, zone, language, looking }: Reading, row: readonly string[]): Cells {
  const wrong: Wrong[] = [];
  const raw = (field: string): string => {
    const column = mapping[field];
    return column === undefined ? '' : (row[column] ?? '').trim();
  };
  const refuse = (field: string, code: string, params: Params = {}): null => {
    wrong.push({ field, code, params });
    return null;
  };
  const list = (field: string): string[] => severalIn(raw(field));
  return {
    wrong,
    looking,
    language,
    refuse,
    ...textsIn(raw, refuse),
    list,
    phones: (...fields) => fields.flatMap((field) => list(field).flatMap((one) => phoneIn(field, one, refuse) ?? [])),
    ...timesIn(raw, zone, refuse),
    ...codesIn(raw, refuse),
    orRefuse: () => {
      if (wrong.length > 0) throw new RowRefusedError(wrong);
    },
  };
}

type Refuse = Cells['refuse'];
type Raw = (field: string) => string;

function textsIn(raw: Raw, refuse: Refuse): Pick<Cells, 'text' | 'needed'> {
  const text = (field: string, most = LONGEST): string | null => {
    const said = raw(field);
    if (said.length > most) return refuse(field, 'import.too_long', { most });
    return said === '' ? null : said;
  };
  return {
    text,
    needed(field, most) {
      if (raw(field) === '') refuse(field, 'import.missing');
      return text(field, most) ?? '';
    },
  };
}

function severalIn(said: string): string[] {
  const parts = said.split(SEVERAL).map((one) => one.trim());
  return [...new Set(parts.filter(Boolean))];
}

function phoneIn(field: string, said: string, refuse: Refuse): string | null {
  if (said.includes('*')) return refuse(field, 'import.phone_masked');
  const plain = normalisePhone(said).length >= 3 && said.length <= 40;
  return plain ? said : refuse(field, 'import.phone_unreadable', { text: said.slice(0, 40) });
}

function timesIn(raw: Raw, zone: string, refuse: Refuse): Pick<Cells, 'day' | 'moment'> {
  const unreadable = (field: string, code: string): null => refuse(field, code, { text: raw(field).slice(0, 40) });
  return {
    day(field) {
      if (raw(field) === '') return null;
      return partsOf(raw(field))?.toPlainDate().toString() ?? unreadable(field, 'import.day_unreadable');
    },
    moment(field) {
      if (raw(field) === '') return null;
      const local = partsOf(raw(field));
      if (local === null) return unreadable(field, 'import.moment_unreadable');
      return instant(local.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant().toString());
    },
  };
}

function partsOf(said: string): Temporal.PlainDateTime | null {
  const found = DATED.exec(said);
  if (!found) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0));
  try {
    const at = { year: year!, month: month!, day: day!, hour, minute, second };
    const possible = year! >= 1900 && year! <= 2199;
    return possible ? Temporal.PlainDateTime.from(at, { overflow: 'reject' }) : null;
  } catch {
    return null;
  }
}

function codesIn(raw: Raw, refuse: Refuse): Pick<Cells, 'whole' | 'yes' | 'choice'> {
  return {
    whole(field, from, to) {
      if (raw(field) === '') return null;
      const said = Number(raw(field));
      return Number.isInteger(said) && said >= from && said <= to
        ? said
        : refuse(field, 'import.number_unreadable', { from, to });
    },
    yes(field) {
      const said = fold(raw(field));
      if (said === '') return null;
      if (YES.has(said)) return true;
      return NO.has(said) ? false : refuse(field, 'import.yes_or_no', { text: raw(field).slice(0, 40) });
    },
    choice(field, among) {
      const said = fold(raw(field));
      if (said === '') return null;
      const keys = Object.keys(among) as (keyof typeof among)[];
      const found = keys.find((key) => [key, ...Object.values(among[key])].some((name) => fold(name) === said));
      return found ?? refuse(field, 'import.no_such_choice', { text: raw(field).slice(0, 40) });
    },
  };
}
