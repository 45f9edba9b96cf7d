import type { Sheet } from '../platform/documents/paper.ts';
import type { Writing } from '../report/papers/writing.ts';
import type { UpwardView } from './upward-view.ts';

type Key = Parameters<Writing['say']>[0];
type Of<Part extends keyof UpwardView> = NonNullable<UpwardView[Part]>;

const texts = ({ say }: Writing, ...keys: Key[]) => keys.map((key) => ({ label: say(key) }));
const numbers = ({ say }: Writing, ...keys: Key[]) => keys.map((key) => ({ label: say(key), number: true }));

/** The plan of material and what became of it; of the period, with that of the period before in brackets. */
export function materialsSheet(writing: Writing, materials: Of<'materials'>): Sheet {
  const { say, name } = writing;
  return {
    title: say('materials'),
    columns: [
      ...texts(writing, 'department', 'material', 'unit'),
      ...numbers(writing, 'planned', 'requested', 'receivedMonth', 'issuedMonth', 'inStock', 'short', 'receivedNow'),
      { label: `(${say('before')})`, number: true },
      ...numbers(writing, 'issuedNow'),
      { label: `(${say('before')})`, number: true },
    ],
    rows: materials.map((one) => [
      name(one.department?.name ?? null),
      one.name,
      one.unit,
      one.planned,
      one.requested,
      one.received,
      one.issued,
      one.inStock,
      one.short,
      one.receivedNow.n,
      one.receivedNow.before,
      one.issuedNow.n,
      one.issuedNow.before,
    ]),
  };
}

const WORK = { planned: 'items', done: 'itemsDone', late: 'itemsLate', sentBack: 'itemsSentBack' } as const;
const WORK_COLUMNS = Object.keys(WORK) as (keyof typeof WORK)[];

/** What each was to do, did, and did late. */
export function workSheet(writing: Writing, work: Of<'work'>): Sheet {
  const { say } = writing;
  return {
    title: say('workStatus'),
    columns: [
      ...texts(writing, 'person'),
      ...WORK_COLUMNS.flatMap((column) => [
        { label: say(WORK[column]), number: true },
        { label: `(${say('before')})`, number: true },
      ]),
    ],
    rows: work.map((one) => [
      one.person.name,
      ...WORK_COLUMNS.flatMap((column) => [one[column].n, one[column].before]),
    ]),
  };
}
