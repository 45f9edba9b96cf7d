import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotKind } from '../check-kind.ts';
import type { ChangeKind } from '../inputs.ts';
import { currentKinds } from '../kinds.ts';
import { knownTo } from '../known.ts';

/**
 * A new version of a kind, or a new kind, with who and why. Tickets already open finish on their own version. Refuses a
 * definition that could not be worked with (the same checks as a pack's), a digit another kind has, and one made on a
 * version that is no longer the last. Answers with the new version.
 */
export async function changeKind(context: Context, { kind, seen, why }: ChangeKind): Promise<number> {
  orForbid(can(context.actor, 'limit.edit', {}));
  // two administrators at once: the second must see the first's version
  await sql`lock table kind_version in share row exclusive mode`.execute(context.tx);
  const current = await currentKinds(context);
  const before = current.find((one) => one.key === kind.key);
  if ((before?.version ?? 0) !== seen) throw new Stale('stale', { seen, version: before?.version ?? 0 });
  const [wrong] = whyNotKind(kind, await knownTo(context));
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const rival = current.find(
    (one) => one.key !== kind.key && one.kind.digit === kind.digit && kind.digit !== undefined,
  );
  orRefuse(rival ? refusal('pack.digit_twice', { digit: kind.digit!, kind: rival.key }) : null);
  const version = seen + 1;
  await context.tx
    .insertInto('kind_version')
    .values({ key: kind.key, version, definition: json(kind), by_id: context.actor.personId, why, at: context.now })
    .execute();
  const { id } = context.organisation;
  await record(context, {
    subject: { type: 'organisation', id },
    type: 'kind.changed',
    data: { kind: kind.key, version },
  });
  return version;
}
