import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Kind } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { decidingPost } from '../../ticket/approvals.ts';
import { allowToSee, lockTicket, verdictsOf } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import { notChecker, whyNotLook, whyNotSay } from '../formality.ts';
import type { Looks } from '../inputs.ts';

/**
 * What was brought for a matter, paper by paper, and whether it is in order (PASS-05, RENO-01): by the posts that its kind names, until
 * what waits for the papers is decided. A second look stands beside the first, which is kept.
 */
export async function lookAtPapers(context: Context, id: Id<'ticket'>, input: Looks): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allowToSee(context, ticket);
  await expectVersion(context, id, input.version);
  orRefuse(whyNotChange(ticket));
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  orRefuse(whyNotLook(kind, await verdictsOf(context.tx, ticket.id)));
  if (decidingPost(kind.papers!, ticket, context.actor.posts) === null) orForbid(notChecker(kind));
  for (const [at, look] of input.looks.entries()) orSound(kind, ticket, look, `looks.${at}`);
  await attachFiles(
    context,
    input.looks.flatMap(({ fileIds }) => fileIds),
    { type: 'ticket', id: ticket.id },
  );
  await insertLooks(context, ticket, input);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.papers_looked_at',
    data: { papers: input.looks.map(({ paper, state, pieces }) => ({ paper, state, pieces })) },
  });
}

function orSound(kind: Kind, { fields }: Ticket, look: Looks['looks'][number], path: string): void {
  const why = whyNotSay(kind, fields, look);
  if (why) throw new Invalid(why.code, { path: why.code === 'formality.why' ? `${path}.remark` : `${path}.paper` });
}

async function insertLooks(context: Context, { id }: Ticket, { looks }: Looks): Promise<void> {
  const { tx, now } = context;
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(no), 0) as last from ticket_paper where ticket_id = ${id}`.execute(tx);
  const said = { ticket_id: id, by_id: actingPerson(context), at: now };
  await tx
    .insertInto('ticket_paper')
    .values(
      looks.map(({ paper, state, pieces, remark, fileIds }, at) => ({
        ...said,
        id: newId<'ticket_paper'>(now),
        no: rows[0]!.last + at + 1,
        paper,
        state,
        pieces,
        remark,
        file_ids: fileIds,
      })),
    )
    .execute();
}
