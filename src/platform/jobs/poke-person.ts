import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf, SECOND } from '../../kernel/time.ts';
import type { Context } from '../context.ts';
import { soonest } from '../context.ts';
import { insertLater } from '../tx.ts';
import type { Task } from './task.ts';

export const POKE_PERSON = 'poke-person';

const payloadShape = z.object({ personId: z.uuid() });

/** A notification is read by whoever looks once its `deliver_at` has come; at that moment the screens are told to look. */
export const pokePerson: Task = async (context, payload) => {
  context.signals.notified.add(payloadShape.parse(payload).personId);
};

export type Poke = { personId: Id<'person'>; at: Instant };

/**
 * Has the open screens of these people told to look, each at the first full second from his moment on; once, however much
 * waits for him then. A message taken back meanwhile costs a look in vain.
 */
export async function pokeLater(context: Context, pokes: readonly Poke[]): Promise<void> {
  const whole = pokes.map(({ personId, at }) => ({
    personId,
    at: instantOf(Math.ceil(epochOf(at) / SECOND) * SECOND),
  }));
  const once = new Map(whole.map((poke) => [`${poke.personId} ${poke.at}`, poke]));
  if (once.size === 0) return;
  const rows = [...once.values()].map(({ personId, at }) => ({
    id: newId<'outbox'>(context.now),
    subject_id: personId,
    payload: { personId },
    run_at: at,
  }));
  await insertLater(context.tx, 'outbox', rows, inserting);
  for (const row of rows) context.signals.outboxAt = soonest(context.signals.outboxAt, row.run_at);
}

type Row = { id: string; subject_id: string; payload: { personId: string }; run_at: Instant };

function inserting(rows: readonly Row[]): RawBuilder<unknown>[] {
  return [
    sql`
    insert into outbox (id, task, subject_id, payload, run_at)
    select distinct on (subject_id, run_at) id, ${POKE_PERSON}, subject_id, payload, run_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, subject_id uuid, payload jsonb, run_at timestamptz)
    where not exists (select from outbox o
      where o.subject_id = n.subject_id and o.task = ${POKE_PERSON} and o.run_at = n.run_at and o.handed_at is null)`,
  ];
}
