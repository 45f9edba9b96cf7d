import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { anywhere } from '../kernel/text/like.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { ticketLineOut, ticketsOut, TicketsQuery } from './list-shapes.ts';
import type { Ticket } from './ticket.ts';

type Line = z.input<typeof ticketLineOut>;
type Register = z.input<typeof ticketsOut>['items'];

/** Whether one of a ticket's own fields has these words in it; every one of the kind is looked at, so the list names a kind with it. */
export function inOwnFields(says: string): RawBuilder<unknown> {
  return sql`exists (select from jsonb_each_text(t.fields) own where own.value ilike ${anywhere(says)})`;
}

/** Lines with what stands in the kind's own fields, where the list is one of that kind: so that it reads as its register. */
export async function withOwnFields(context: Context, lines: Line[], { kind: asked }: TicketsQuery): Promise<Register> {
  if (!asked || lines.length === 0) return lines.map((line) => ({ ...line, fields: null }));
  const rows = await context.tx
    .selectFrom('ticket')
    .select(['id', 'kind', 'kind_version', 'fields'])
    .where(
      'id',
      'in',
      lines.map(({ id }) => id as Ticket['id']),
    )
    .execute();
  const shown = new Map<string, Register[number]['fields']>();
  for (const { id, kind, kind_version, fields } of rows)
    shown.set(id, shownOf(await kindOf(context, kind, kind_version), fields));
  return lines.map((line) => ({ ...line, fields: shown.get(line.id)! }));
}

function shownOf(kind: Kind, fields: Ticket['fields']): NonNullable<Register[number]['fields']> {
  return kind.fields.map(({ key, name, type, choices = [] }) => ({
    key,
    name,
    type,
    choices,
    value: (fields[key] as string | undefined) ?? null,
  }));
}
