import type { z } from 'zod';
import type { timelineOut } from '../../../../src/ticket/timeline-shapes.ts';
import type { Desk } from '../../../matter/kinds.ts';
import type { IconType } from '../../../ui/action-button.tsx';
import type { Fact } from '../../../ui/timeline.tsx';
import { said } from '../../../words/words.ts';
import type { TicketView } from '../view.ts';

/** `GET /api/tickets/:id/timeline` */
export type TimelinePage = z.output<typeof timelineOut>;
export type Entry = TimelinePage['items'][number];

/** What an event is told with: events hold ids and keys, the words for them stand elsewhere. */
export type Reader = {
  ticket: TicketView;
  desk: Desk;
  names: Readonly<Record<string, string>>;
  clocks: TimelinePage['clocks'];
  stages: TimelinePage['stages'];
};

export type Fold = 'said' | 'course' | 'hands' | 'work' | 'after' | 'clocks' | 'begun';

/** How one type of event is told. */
export type Telling = {
  fold: Fold;
  icon: IconType;
  side?: Fact['side'];
  tone?: Fact['tone'] | ((entry: Entry) => Fact['tone']);
  /** What the sentence is about, where it is not whoever did it. */
  who?: (data: Entry['data'], reader: Reader) => string;
  what: (data: Entry['data'], reader: Reader, entry: Entry) => string;
  body?: (entry: Entry, reader: Reader) => string | null;
  /** The sentence leads there. */
  leadsTo?: (entry: Entry) => { type: string; id: string } | null;
};

export type Tellings = Readonly<Record<string, Telling>>;

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The name of a person that an event names by id. */
export const personOf = (id: unknown, { names }: Reader): string => names[textOf(id)] ?? '';

export function departmentOf(id: unknown, { desk }: Reader): string {
  const department = desk.departments.find((one) => one.id === id);
  return department ? said(department.name) : '';
}

export function stageOf(key: unknown, { stages }: Reader): string {
  const name = stages[textOf(key)];
  return name ? said(name) : textOf(key);
}

export function kindOf(key: unknown, { desk }: Reader): string {
  const kind = desk.items.find((one) => one.key === key);
  return kind ? said(kind.name) : textOf(key);
}

/** What was owed, in the words of its kind. */
export function owedOf(data: Entry['data'], { clocks }: Reader): string {
  const name = clocks[textOf(data['kind'])];
  return name ? said(name) : textOf(data['kind']);
}

export const noteText = (entry: Entry): string | null => entry.note?.text ?? null;
export const wordsText = (entry: Entry): string | null => entry.words;
