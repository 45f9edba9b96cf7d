import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Field } from '../../pack/format.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { Cell } from '../../platform/sheets/cell.ts';
import { listTickets } from '../../ticket/list.ts';
import type { ticketsOut, TicketsQuery } from '../../ticket/list-shapes.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Column } from '../list-out.ts';
import type { Say } from '../say.ts';

type Values = Ticket['fields'];
type Line = z.input<typeof ticketsOut>['items'][number];
export type TicketRow = Line & { values: Values };

/** A page of tickets; of one kind, with what its fields hold. */
export async function ticketsWithFields(context: Context, query: TicketsQuery) {
  const found = await listTickets(context, query);
  const values = query.kind === undefined ? new Map<string, Values>() : await valuesOf(context, found.items);
  return { ...found, items: found.items.map((line): TicketRow => ({ ...line, values: values.get(line.id) ?? {} })) };
}

async function valuesOf({ tx }: Context, lines: readonly Line[]): Promise<Map<string, Values>> {
  if (lines.length === 0) return new Map();
  const ids = lines.map(({ id }) => id as Id<'ticket'>);
  const rows = await tx.selectFrom('ticket').select(['id', 'fields']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.fields]));
}

/**
 * What a list of one kind says besides: its fields, a column each, as a register on paper has them. A title list and a lease list
 * are made this way (TITL-03, TITL-04).
 */
export async function columnsOfKind(context: Context, { kind: key }: TicketsQuery): Promise<Column<TicketRow>[]> {
  const kind = (await currentKinds(context)).find((one) => one.key === key);
  return (kind?.kind.fields ?? []).map((field) => ({
    key: `fields.${field.key}`,
    name: field.name,
    value: ({ values }, say) => saidAs(field, values[field.key], say),
  }));
}

function saidAs({ type, choices }: Field, value: unknown, say: Say): Cell {
  if (typeof value === 'boolean') return say.yes(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  if (type === 'date') return say.day(value);
  return type === 'choice' ? (say.words(choices?.find((one) => one.key === value)?.name) ?? value) : value;
}
