import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { draw } from '../../kernel/draw.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { periodAfter } from '../../kernel/working-time/period.ts';
import { centres } from '../../organisation/house.ts';
import { currentPlans, planOf } from '../plan-versions.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { SpotCheck } from '../facts.ts';
import { checkOwedBy, lockSpotCheck } from '../facts.ts';
import type { SpotCheckPlan } from '../plan.ts';
import { populationOf, READS } from '../registers.ts';
import { OWED_AS, sizeOf } from '../spot-check.ts';
import { beginCheck } from './begin-spot-checks.ts';

/**
 * Their periods are over: each is drawn from what fell into it, and the period after begins, so that after an outage none is
 * skipped. A period into which nothing fell says so and is over. Drawn once, whoever asks. Answers with those that were empty.
 */
export async function drawSpotChecks(
  context: Context,
  ids: readonly Id<'spot_check'>[],
): Promise<ReadonlySet<Id<'spot_check'>>> {
  const empty = new Set<Id<'spot_check'>>();
  for (const id of ids) {
    const check = await lockSpotCheck(context, id);
    if (check.drawn_at !== null) continue;
    if ((await drawOne(context, check)) === 0) empty.add(id);
    await beginAfter(context, check);
  }
  return empty;
}

async function drawOne(context: Context, check: SpotCheck): Promise<number> {
  const plan = await planOf(context, check.plan_key, check.plan_version);
  const span = { centreId: check.centre_id, from: check.from_at, until: check.until_at };
  const population = await populationOf(context, plan, span);
  // as random as an id of ours, and recorded: nobody knows it before, everybody after
  const seed = newId<'seed'>(context.now);
  const sample = draw(seed, population, sizeOf(plan.size, population.length));
  await context.tx
    .updateTable('spot_check')
    .set({ drawn_at: context.now, seed, population })
    .where('id', '=', check.id)
    .execute();
  if (sample.length > 0) {
    const items = sample.map((subject, at) => ({
      id: newId<'spot_check_item'>(context.now),
      spot_check_id: check.id,
      no: at + 1,
      subject_id: subject,
    }));
    await context.tx.insertInto('spot_check_item').values(items).execute();
  }
  await record(context, {
    subject: { type: 'spot_check', id: check.id },
    type: 'spot_check.drawn',
    data: { population: population.length, drawn: sample.length, own: await ownOf(context, check, plan, sample) },
  });
  if (population.length === 0) await endEmpty(context, check);
  return population.length;
}

/** How many of the records drawn are the work of whoever owes the check: another looks at these. */
async function ownOf(context: Context, check: SpotCheck, plan: SpotCheckPlan, sample: readonly string[]) {
  const { ownerId } = await checkOwedBy(context.tx, check.id);
  if (ownerId === null || sample.length === 0) return 0;
  const { rows } = await READS[plan.draws].lines(sample).execute(context.tx);
  return rows.filter((one) => one.person_id === ownerId).length;
}

async function endEmpty(context: Context, check: SpotCheck): Promise<void> {
  await context.tx.updateTable('spot_check').set({ completed_at: context.now }).where('id', '=', check.id).execute();
  await keepCommitments(context, { subjectId: check.id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'spot_check', id: check.id },
    type: 'spot_check.completed',
    data: { failed: 0, drawn: 0 },
  });
}

/** The next one follows the plan as it is now. */
async function beginAfter(context: Context, check: SpotCheck): Promise<void> {
  const current = (await currentPlans(context)).find((one) => one.key === check.plan_key);
  const centre = (await centres(context)).get(check.centre_id);
  if (!current || !centre || current.plan.period !== check.period) return;
  await beginCheck(context, centre.id, current, periodAfter(check, centre.zone));
}
