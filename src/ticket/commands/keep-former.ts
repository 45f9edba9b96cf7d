import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import type { Ticket } from '../ticket.ts';

const PERSONAL = new Set(['title', 'need', 'caller_name', 'caller_phone', 'outcome']);

type Columns = { columns: readonly (keyof Ticket)[]; kind: Kind };
type Former = { former: Record<string, unknown>; change: Id<'change'> };

/**
 * What stood there before a change: facts for the event, which is never erased; words in rows of their own, which are, and
 * of which the event holds only that they were changed.
 */
export async function keepFormer(
  context: Context,
  before: Ticket,
  now: Ticket,
  { columns, kind }: Columns,
): Promise<Former> {
  const change = newId<'change'>(context.now);
  const stood = before as unknown as Record<string, unknown>;
  const words: [string, unknown][] = columns.filter((one) => PERSONAL.has(one)).map((one) => [one, stood[one]]);
  const facts = columns.map((one): [string, unknown] => [one, PERSONAL.has(one) ? null : (stood[one] ?? null)]);
  const former = Object.fromEntries(facts);
  if (columns.includes('fields')) {
    const own = changedFields(before.fields, now.fields);
    const isWords = (key: string) => {
      const type = kind.fields.find((field) => field.key === key)?.type;
      return type === undefined || type === 'text' || type === 'long_text';
    };
    words.push(...own.filter(isWords).map((key): [string, unknown] => [`fields.${key}`, before.fields[key]]));
    former['fields'] = Object.fromEntries(own.map((key) => [key, isWords(key) ? null : (before.fields[key] ?? null)]));
  }
  await writeWords(context, before, change, words);
  return { former, change };
}

/** The same for an act that replaces values only at times: of `columns` what stood there and is another now; nothing where nothing was replaced. */
export async function keepReplaced(
  context: Context,
  before: Ticket,
  now: Ticket,
  { columns, kind }: Columns,
): Promise<Former | object> {
  const replaced = columns.filter((one) =>
    one === 'fields'
      ? changedFields(before.fields, now.fields).length > 0
      : before[one] !== null && before[one] !== now[one],
  );
  return replaced.length === 0 ? {} : keepFormer(context, before, now, { columns: replaced, kind });
}

function changedFields(before: Ticket['fields'], now: Ticket['fields']): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].filter((key) => before[key] !== now[key] && typeof (before[key] ?? now[key]) !== 'object').sort();
}

async function writeWords(
  context: Context,
  ticket: Ticket,
  change: Id<'change'>,
  words: readonly [string, unknown][],
): Promise<void> {
  const rows = words.flatMap(([field, stood]) =>
    typeof stood === 'string' && stood !== ''
      ? [{ id: newId<'former_words'>(context.now), ticket_id: ticket.id, change_id: change, field, words: stood }]
      : [],
  );
  if (rows.length > 0) await context.tx.insertInto('former_words').values(rows).execute();
}
