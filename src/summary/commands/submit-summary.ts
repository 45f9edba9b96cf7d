import type { Selectable } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { holdersOf, whoIsTold } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Owing } from '../../commitment/queries.ts';
import { owedOn } from '../../commitment/queries.ts';
import type { SubmitSummary } from '../inputs.ts';
import { whoseIs } from '../facts.ts';
import { figuresOf } from '../figures.ts';
import type { Service } from '../summary.ts';
import { owedAs, whyNotSign, whyNotSubmit } from '../summary.ts';
import type { SummaryTable } from '../table.ts';
import { beginSummariesAfter } from './begin-summaries.ts';

/**
 * The summary goes to the centre manager (COMP-12, REPT-06), a service report, signed, to whoever stands above him, a report upward to the
 * post that its plan names (REPT-07, REPT-09, REPT-14): its figures are kept as they stand now, with the words of whoever answers for
 * them, and are never changed.
 */
export async function submitSummary(context: Context, id: Id<'summary'>, input: SubmitSummary): Promise<void> {
  const { tx, now, actor } = context;
  const summary = await tx
    .selectFrom('summary')
    .selectAll()
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!summary) throw new NotFound('summary.unknown');
  const owed = await owedOn(tx, id);
  orForbid(can(actor, 'report.see', whoseIs(context, summary, owed.ownerId, [])));
  orRefuse(whyNotSubmit(summary, owed, actor, now));
  const figures = await figuresOf(context, summary);
  const signed = summary.about !== 'matters';
  if (signed) orRefuse(whyNotSign(input, (figures as Service).late, actor.name));
  const { postId, people } = await addresseesOf(context, summary, owed);
  await tx
    .updateTable('summary')
    .set({
      statistics: json(figures),
      text: input.text,
      measures: input.measures,
      late_because: input.lateBecause,
      signed_as: signed ? actor.name : null,
      submitted_at: now,
      submitted_by_id: actingPerson(context),
      addressee_id: people[0] ?? null,
      addressee_post_id: postId,
    })
    .where('id', '=', id)
    .execute();
  await bring(context, id, people);
  await keepCommitments(context, { subjectId: id, kinds: [owedAs(summary)] });
  // the clock has begun it by now, unless this came in before the clock woke
  await beginSummariesAfter(context, [id]);
  const { about, plan_key: plan, period, begins } = summary;
  const data = { about, ...(plan ? { plan } : {}), period, begins, addressees: people };
  await record(context, { subject: { type: 'summary', id }, type: 'summary.submitted', data });
}

async function bring({ tx, now }: Context, id: Id<'summary'>, people: readonly Id<'person'>[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({ summary_id: id, person_id: person, told_at: now, received_at: null }));
  await tx.insertInto('summary_addressee').values(rows).execute();
}

type Addressees = { postId: Id<'post'> | null; people: Id<'person'>[] };

/** A report upward goes to its post, and while nobody answers for that to whoever stands above it. */
async function addresseesOf(
  context: Context,
  summary: Selectable<SummaryTable>,
  { postId }: Owing,
): Promise<Addressees> {
  const { centre_id: centreId, about, plan } = summary;
  const { posts } = await readStaff(context);
  if (about === 'upward') {
    const post = [...posts.values()].find(({ key }) => key === plan!.to);
    const ask = post ? { to: 'owner' as const, postId: post.id } : { to: 'company_leader' as const };
    return { postId: post?.id ?? null, people: await whoIsTold(context, { ...ask, centreId }) };
  }
  if (about === 'matters') return first(await whoIsTold(context, { to: 'centre_manager', centreId }));
  const above = postId === null ? null : (posts.get(postId)?.superiorId ?? null);
  const holders = above === null ? [] : await holdersOf(context, { postId: above });
  return first(holders.length > 0 ? holders : await whoIsTold(context, { to: 'company_leader', centreId }));
}

const first = (people: Id<'person'>[]): Addressees => ({ postId: null, people: people.slice(0, 1) });
