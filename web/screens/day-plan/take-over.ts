import { newId } from '../../server/ids.ts';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { planSorts } from './search.ts';

export type ItemValues = {
  id: string;
  title: string;
  personId: string;
  dueAt: string | null;
  quantity: string;
  unit: string;
};

export type TakeOverValues = {
  sort: (typeof planSorts)[number];
  title: string;
  text: string;
  giverId: string;
  departmentId: string;
  dueAt: string | null;
  guestBody: string;
  heldAt: string | null;
  hostId: string;
  programme: string;
  items: ItemValues[];
};

export function newItem(): ItemValues {
  return { id: newId<'work_item'>(nowMs()), title: '', personId: '', dueAt: null, quantity: '', unit: '' };
}

export const untaken: TakeOverValues = {
  sort: 'order',
  title: '',
  text: '',
  giverId: '',
  departmentId: '',
  dueAt: null,
  guestBody: '',
  heldAt: null,
  hostId: '',
  programme: '',
  items: [{ id: '', title: '', personId: '', dueAt: null, quantity: '', unit: '' }],
};

/** A whole number above 0 as it was typed; null: it is none. */
export const quantityOf = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : null);

const needed = (value: string | null, words: string) => (value?.trim() ? null : words);

export function problemsOf(values: TakeOverValues): Partial<Record<string, string | null>> {
  const whole = values.items.every((item) => item.title.trim() && item.personId && item.dueAt);
  const shared = {
    title: needed(values.title, t('day.what_needed')),
    dueAt: needed(values.dueAt, t('day.due_needed')),
    items: values.items.length > 0 && whole ? null : t('day.items_needed'),
  };
  if (values.sort === 'department') {
    const counted = values.items.every(({ quantity, unit }) => quantityOf(quantity) !== null && unit.trim());
    return {
      ...shared,
      departmentId: needed(values.departmentId, t('day.department_needed')),
      items: shared.items ?? (counted ? null : t('day.quantity_needed')),
    };
  }
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
export function bodyOf({ sort, title, text, giverId, departmentId, dueAt, items, ...values }: TakeOverValues) {
  const { guestBody, heldAt, hostId, programme } = values;
  const shared = {
    sort,
    title: title.trim(),
    text: text.trim(),
    dueAt,
    items: items.map(({ id, quantity, unit, ...item }) => ({
      ...item,
      ...(id ? { id } : {}),
      ...(sort === 'department' ? { quantity: quantityOf(quantity), unit: unit.trim() } : {}),
      title: item.title.trim(),
    })),
  };
  if (sort === 'department') return { ...shared, departmentId };
  return sort === 'reception'
    ? { ...shared, reception: { guestBody, heldAt, hostId, programme } }
    : { ...shared, giverId };
}
