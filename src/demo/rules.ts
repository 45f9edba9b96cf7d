import { applyKind } from '../administration/commands/apply-kind.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { changePost } from '../organisation/commands/change-post.ts';
import { currentKind } from '../pack/kinds.ts';
import { changeSettings } from '../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import type { Stage } from './stage.ts';

/** What the manager changed on the way: a newcomer finds versions with their reasons, and a journal with something in it. */
export function changeRules(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -12 * DAY + 3 * HOUR), () => askForDamage(stage));
  stage.plan(plus(now, -6 * DAY + 4 * HOUR), () => stage.as('manager', keepLooksLonger));
  stage.plan(plus(now, -2 * DAY + 5 * HOUR), () => stage.as('manager', letDeskRead));
}

/** Before a leak counts as mended, what it did is to be known. */
async function askForDamage(stage: Stage): Promise<void> {
  await stage.as('manager', async (context) => {
    const { kind, version } = await currentKind(context, 'leak');
    const next = structuredClone(kind);
    const damage = next.fields.find((field) => field.key === 'damage');
    if (damage) damage.when = { field: 'water_running', is: true };
    const how = { openTickets: 'keep', stages: {} } as const;
    await applyKind(context, { kind: next, seen: version, why: '仅在漏水时登记受损情况', ...how });
  });
}

async function keepLooksLonger(context: Context): Promise<void> {
  const { settings, version } = await settingsVersionOf(context);
  await changeSettings(context, {
    settings: { ...settings, keepLooksDays: 365 },
    seen: version,
    why: '查阅记录保留一年',
  });
}

async function letDeskRead(context: Context): Promise<void> {
  const post = await context.tx
    .selectFrom('post')
    .select(['id', 'rights'])
    .where('key', '=', 'front_desk_clerk')
    .executeTakeFirst();
  if (!post) return;
  const rights = { ...(post.rights as object), 'report.see': 'own' } as const;
  const seen = await versionOf(context.tx, post.id);
  await changePost(context, post.id, { seen, rights, why: '前台可查看本人数据' });
}
