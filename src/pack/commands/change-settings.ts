import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotSettings } from '../check.ts';
import { whyNotApplications } from '../custody.ts';
import type { ChangeSettings } from '../inputs.ts';
import { currentKinds } from '../kinds.ts';
import { reportPosts } from '../known.ts';
import type { Settings } from '../settings-shape.ts';
import { settingsOf, settingsVersionOf } from '../settings.ts';

/**
 * A new version of the limits, severities, pauses and quiet hours, with who and why. Refuses what could not be worked
 * with, a pause taken away that a kind's stage still declares, and one made on a version that is no longer the last.
 */
export async function changeSettings(context: Context, { settings, seen, why }: ChangeSettings): Promise<number> {
  orForbid(can(context.actor, 'limit.edit', {}));
  await sql`lock table settings_version in share row exclusive mode`.execute(context.tx);
  const before = await settingsVersionOf(context);
  if (before.version !== seen) throw new Stale('stale', { seen, version: before.version });
  const kinds = new Map((await currentKinds(context)).map(({ key, kind }) => [key, kind]));
  const [wrong] = [
    ...whyNotSettings(settings, await reportPosts(context)),
    ...whyNotApplications(settings.custodyKinds ?? [], kinds),
  ];
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const pauses = new Set(settings.pauses.map((pause) => pause.key));
  for (const [key, kind] of kinds) {
    const stage = kind.stages.find(({ pause }) => pause !== undefined && !pauses.has(pause));
    orRefuse(stage ? refusal('settings.pause_in_use', { kind: key, pause: stage.pause! }) : null);
  }
  const version = seen + 1;
  await context.tx
    .insertInto('settings_version')
    .values({ version, content: json(settings), by_id: context.actor.personId, why, at: context.now })
    .execute();
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'settings.changed', data: { version } });
  return version;
}

/** The same where some of it is given, by its names. */
export async function changePart(
  context: Context,
  part: Partial<Settings>,
  { seen, why }: Pick<ChangeSettings, 'seen' | 'why'>,
): Promise<number> {
  return changeSettings(context, { settings: { ...(await settingsOf(context)), ...part }, seen, why });
}
