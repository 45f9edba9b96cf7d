import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Forbidden, NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context, SubjectType } from '../platform/context.ts';
import { actingPerson, CONFIDENTIAL } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, line, momentOut, momentOrNotYet, wordsOut } from '../platform/http/shapes.ts';
import { acknowledgeRung } from './commands/acknowledge-rung.ts';
import { correctVerdict } from './commands/correct-verdict.ts';
import { retryCommitments } from './commands/retry-commitments.ts';
import { explainCommitment } from './explanation.ts';
import { pauseNames } from './names.ts';
import { clocksOut, clockViewOut, doOut, whomOut } from './shapes.ts';
import { zoneOut } from '../organisation/shapes.ts';

const params = z.object({ id: id('commitment') });

const stepOut = z
  .looseObject({
    kind: z.string().describe('start, counted, days, outside-hours, paused, left or due'),
    at: momentOut.optional().describe('Of start and due: the moment'),
    from: momentOut.optional().describe('Of a stretch of time: where it begins'),
    to: momentOut.nullable().optional().describe('Of a stretch of time: where it ends; null: it has not ended'),
    counted: z.number().optional().describe('Milliseconds that count'),
    why: z.string().optional().describe('Of outside-hours: why nothing counts there'),
    name: z.string().optional().describe('The holiday or make-up day that it is'),
    reason: z.string().nullable().optional().describe('Of paused: key of the declared reason'),
  })
  .describe('One step from the start to the deadline');

const explanationOut = z.object({
  clock: clockViewOut.describe('The clock that is explained'),
  steps: z.array(stepOut).describe('From the start to the deadline without a gap; empty where one moment was promised'),
  pauses: z
    .array(
      z.object({
        reason: z.string().describe('Key of the declared reason'),
        name: wordsOut.describe('The reason in words'),
        from: momentOut,
        until: momentOrNotYet,
        limit: momentOut.describe('When it ends by itself'),
        byId: idOut('person').nullable().describe('Who declared it; null: nobody by hand'),
      }),
    )
    .describe('When it stood still, and why'),
  ladder: z
    .array(
      z.object({
        number: z.number().describe('Which rung, from 1'),
        at: momentOut,
        do: doOut,
        to: whomOut,
        state: z
          .enum(['climbed', 'next', 'later'])
          .describe('climbed: said; next: speaks next, if nothing happens; later: one after that'),
      }),
    )
    .describe('Who was told and who will be'),
  correction: z
    .object({
      at: momentOut,
      byId: idOut('person').nullable().describe('Who corrected it'),
      because: z.string().describe('The reason given'),
    })
    .nullable()
    .describe('The verdict was changed by hand; null: it was not'),
  calendar: z
    .object({
      id: idOut('calendar'),
      version: z.number().describe('The version of it that was counted by'),
      zone: zoneOut,
    })
    .describe('Whose hours were counted'),
});

/** A clock concerns its owner, its department, and whoever may see what it is about. */
async function askToSee(
  context: Context,
  commitmentId: Id<'commitment'>,
  right: 'commitment.see' | 'commitment.correct',
): Promise<void> {
  const row = await context.tx
    .selectFrom('commitment')
    .leftJoin('ticket', 'ticket.id', 'commitment.ticket_id')
    .select([
      'commitment.owner_id',
      'commitment.department_id',
      'commitment.centre_id',
      'commitment.subject_type',
      'commitment.post_id',
      'ticket.owner_id as ticket_owner',
    ])
    .where('commitment.id', '=', commitmentId)
    .executeTakeFirst();
  if (!row) throw new NotFound('commitment.unknown');
  // what is owed about one of ours is for the post that owes it
  const owes = context.actor.posts.some(({ id: own }) => own === row.post_id);
  if (CONFIDENTIAL.has(row.subject_type as SubjectType) && !owes) throw new NotFound('commitment.unknown');
  orForbid(
    can(context.actor, right, {
      people: [row.owner_id, row.ticket_owner],
      departments: [row.department_id],
      centreId: row.centre_id,
    }),
  );
}

/** "I have it" is for whoever owes it, or was told by a rung of it; his supervisor's answer would silence the ladder for him. */
async function orNotTold(context: Context, commitmentId: Id<'commitment'>): Promise<void> {
  const row = await context.tx
    .selectFrom('commitment')
    .leftJoin('ticket', 'ticket.id', 'commitment.ticket_id')
    .select(['commitment.owner_id', 'ticket.owner_id as ticket_owner'])
    .where('commitment.id', '=', commitmentId)
    .executeTakeFirst();
  if (!row) throw new NotFound('commitment.unknown');
  const me = actingPerson(context);
  if (row.owner_id === me || row.ticket_owner === me) return;
  const { rows } = await sql`
    select from notification n where n.person_id = ${me} and n.params ->> 'commitment' = ${commitmentId} limit 1
  `.execute(context.tx);
  if (rows.length === 0) throw new Forbidden('right.out_of_scope', { right: 'commitment.see' });
}

export const commitmentRoutes: Route[] = [
  route({
    name: 'explainCommitment',
    method: 'GET',
    path: '/commitments/:id/explanation',
    admits: 'commitment.see',
    tag: 'Commitments',
    summary: 'How a deadline was computed, step by step, and who is told when',
    params,
    answer: explanationOut,
    handle: async (context, { params: { id: commitmentId } }) => {
      await askToSee(context, commitmentId, 'commitment.see');
      const explained = await explainCommitment(context.tx, context.now, commitmentId);
      if (!explained) throw new NotFound('commitment.unknown');
      const [clock] = await clocksOut(context, [explained.clock]);
      const pauseOf = await pauseNames(context);
      const pauses = explained.pauses.map((pause) => ({ ...pause, name: pauseOf(pause.reason) }));
      return { ...explained, clock: clock!, pauses };
    },
  }),
  route({
    name: 'acknowledgeRung',
    method: 'POST',
    path: '/commitments/:id/acknowledge',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Commitments',
    summary: 'I have been told and have it in hand',
    params,
    answer: done,
    handle: async (context, { params: { id: commitmentId } }) => {
      await orNotTold(context, commitmentId);
      await acknowledgeRung(context, { commitmentId });
      return { ok: true as const };
    },
  }),
  route({
    name: 'correctVerdict',
    method: 'POST',
    path: '/commitments/:id/correct',
    admits: 'commitment.correct',
    tag: 'Commitments',
    summary: 'Correct a verdict, with a reason that stays in the journal',
    params,
    body: z.strictObject({
      verdict: z.enum(['kept', 'late']).describe('In time after all, or not'),
      reason: line.describe('Why; kept with the verdict'),
    }),
    answer: done,
    handle: async (context, { params: { id: commitmentId }, body }) => {
      await askToSee(context, commitmentId, 'commitment.correct');
      await correctVerdict(context, { commitmentId, ...body });
      return { ok: true as const };
    },
  }),
  route({
    name: 'retryCommitment',
    method: 'POST',
    path: '/commitments/:id/retry',
    admits: 'commitment.correct',
    tag: 'Commitments',
    summary: 'Put a clock that was set aside back to work',
    params,
    answer: done,
    handle: async (context, { params: { id: commitmentId } }) => {
      await askToSee(context, commitmentId, 'commitment.correct');
      await retryCommitments(context, { ids: [commitmentId] });
      return { ok: true as const };
    },
  }),
];
