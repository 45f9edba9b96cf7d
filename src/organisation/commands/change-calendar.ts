import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, Stale } from '../../kernel/refusal.ts';
import { whyNotCalendar } from '../../kernel/working-time/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { AddCalendar, ChangeCalendar } from '../inputs.ts';

/**
 * A new version of a calendar, with who and why. What it does to running commitments is shown before by the commitment
 * engine's preview and follows from `calendar.changed`. Refuses rules nobody could count with (`calendar.*`), and ones made on
 * a version that is no longer the last. Answers with the new version.
 */
export async function changeCalendar(
  context: Context,
  calendarId: Id<'calendar'>,
  { rules, why, seen }: ChangeCalendar,
): Promise<number> {
  orForbid(can(context.actor, 'calendar.edit', {}));
  const { tx } = context;
  const there = await tx
    .selectFrom('calendar')
    .select('id')
    .where('id', '=', calendarId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('calendar.unknown');
  const newest = await tx
    .selectFrom('calendar_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('calendar_id', '=', calendarId)
    .executeTakeFirstOrThrow();
  if (newest.version !== seen) throw new Stale('stale', { seen, version: newest.version });
  await writeVersion(context, calendarId, seen + 1, rules, why);
  const data = { version: seen + 1 };
  await record(context, { subject: { type: 'calendar', id: calendarId }, type: 'calendar.changed', data });
  return seen + 1;
}

/** Another calendar. The same id again changes nothing. */
export async function addCalendar(context: Context, input: AddCalendar): Promise<void> {
  orForbid(can(context.actor, 'calendar.edit', {}));
  const there = await context.tx.selectFrom('calendar').select('id').where('id', '=', input.id).executeTakeFirst();
  if (there) return;
  await context.tx
    .insertInto('calendar')
    .values({ id: input.id, key: input.key, name: json(input.name) })
    .execute();
  await writeVersion(context, input.id, 1, input.rules, null);
  const data = { key: input.key };
  await record(context, { subject: { type: 'calendar', id: input.id }, type: 'calendar.added', data });
}

async function writeVersion(
  context: Context,
  calendarId: Id<'calendar'>,
  version: number,
  rules: ChangeCalendar['rules'],
  why: string | null,
): Promise<void> {
  const wrong = whyNotCalendar(rules);
  if (wrong) throw new Invalid(wrong.code, { path: 'rules', ...wrong.params });
  await context.tx
    .insertInto('calendar_version')
    .values({
      calendar_id: calendarId,
      version,
      rules: json(rules),
      by_id: context.actor.personId,
      why,
      at: context.now,
    })
    .execute();
}
