import { newId } from '../../server/ids.ts';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { planSorts } from './search.ts';

export type ItemValues = { id: string; title: string; personId: string; dueAt: string | null };

export type TakeOverValues = {
  sort: (typeof planSorts)[number];
  title: string;
  text: string;
  giverId: string;
  dueAt: string | null;
  guestBody: string;
  heldAt: string | null;
  hostId: string;
  programme: string;
  items: ItemValues[];
};

export function newItem(): ItemValues {
  return { id: newId<'work_item'>(nowMs()), title: '', personId: '', dueAt: null };
}

export const untaken: TakeOverValues = {
  sort: 'order',
  title: '',
  text: '',
  giverId: '',
  dueAt: null,
  guestBody: '',
  heldAt: null,
  hostId: '',
  programme: '',
  items: [{ id: '', title: '', personId: '', dueAt: null }],
};

const needed = (value: string | null, words: string) => (value?.trim() ? null : words);

export function problemsOf(values: TakeOverValues): Partial<Record<string, string | null>> {
  const whole = values.items.every((item) => item.title.trim() && item.personId && item.dueAt);
  const shared = {
    title: needed(values.title, t('day.what_needed')),
    dueAt: needed(values.dueAt, t('day.due_needed')),
    items: values.items.length > 0 && whole ? null : t('day.items_needed'),
  };
  if (values.sort !== 'reception') return { ...shared, giverId: needed(values.giverId, t('day.giver_needed')) };
  return {
    ...shared,
    guestBody: needed(values.guestBody, t('day.guests_needed')),
    heldAt: needed(values.heldAt, t('day.due_needed')),
    hostId: needed(values.hostId, t('day.person_needed')),
    programme: needed(values.programme, t('day.programme_needed')),
  };
}

/** What is sent: a plan names its giver, a reception its guests. */
export function bodyOf({ sort, title, text, giverId, dueAt, items, ...values }: TakeOverValues) {
  const { guestBody, heldAt, hostId, programme } = values;
  const shared = {
    sort,
    title: title.trim(),
    text: text.trim(),
    dueAt,
    items: items.map(({ id, ...item }) => ({ ...item, ...(id ? { id } : {}), title: item.title.trim() })),
  };
  return sort === 'reception'
    ? { ...shared, reception: { guestBody, heldAt, hostId, programme } }
    : { ...shared, giverId };
}
