import type { Instant } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';

/** The columns that every line about a ticket is made of. */
export type LineFacts = Pick<
  Ticket,
  'id' | 'number' | 'title' | 'kind' | 'kind_version' | 'stage' | 'stage_class' | 'opened_at' | 'closed_at'
>;

export type TicketInALine = Pick<LineFacts, 'id' | 'number' | 'title'> & {
  kind: Pick<Kind, 'key' | 'name' | 'type' | 'icon'>;
  stage: Pick<Kind['stages'][number], 'key' | 'name'> & { class: string };
  openedAt: Instant;
  closedAt: Instant | null;
};

/** What every line about a ticket says of it, with the words of the kind it was opened under. */
export async function inALine(context: Context, row: LineFacts): Promise<TicketInALine> {
  const kind = await kindOf(context, row.kind, row.kind_version);
  const stage = kind.stages.find((one) => one.key === row.stage) ?? kind.stages[0]!;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: { key: kind.key, name: kind.name, type: kind.type, icon: kind.icon },
    stage: { key: stage.key, name: stage.name, class: row.stage_class },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
