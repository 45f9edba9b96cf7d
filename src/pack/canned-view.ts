import { sql } from 'kysely';
import { z } from 'zod';
import { DAY, plus } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { canOut, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { cannedShape } from './canned.ts';
import { currentKinds } from './kinds.ts';
import { settingsVersionOf } from './settings.ts';

export const cannedOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  items: z.array(cannedShape).describe('In the order of their keys'),
  proposals: z
    .array(
      z.object({
        kind: z.string().describe('Key of the kind'),
        kindName: wordsOut.describe('What the kind is called'),
        field: z.string().nullable().describe('Key of the field whose choice it is; null: the kind as such'),
        choice: z.string().nullable().describe('The choice made there'),
        choiceName: wordsOut.nullable().describe('What the choice is called'),
        count: z.number().describe('How often it came in the last 90 days'),
        there: z.boolean().describe('It stands on a key already'),
      }),
    )
    .describe('What came most often lately, by kind and by the first choice made in its fields; 20 at most'),
  can: canOut.describe('`change`: put others on the keys'),
});

const DAYS = 90;
const MOST = 20;

/** What stands on the keys of the front desk, and what ought to by what came in the last 90 days. */
export async function readCanned(context: Context): Promise<z.input<typeof cannedOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const items = settings.canned ?? [];
  return {
    version,
    items,
    proposals: await proposals(context, items),
    can: { change: can(context.actor, 'limit.edit', {}) },
  };
}

/** Counted over the tickets of 90 days (by `ticket_newest`), for whoever changes them: some hundred milliseconds at most. */
async function proposals(
  context: Context,
  items: readonly z.infer<typeof cannedShape>[],
): Promise<z.input<typeof cannedOut>['proposals']> {
  const kinds = (await currentKinds(context)).map(({ kind }) => kind).filter((kind) => kind.type !== 'task');
  const asked = kinds.map((kind) => {
    const field = kind.fields.find((one) => one.type === 'choice' && one.at === 'intake');
    return { kind: kind.key, field: field?.key ?? null };
  });
  const { rows } = await sql<{ kind: string; field: string | null; choice: string | null; count: number }>`
    select t.kind, a.field, t.fields ->> a.field as choice, count(*)::int as count
    from ticket t join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(kind text, field text) on a.kind = t.kind
    where t.opened_at >= ${plus(context.now, -DAYS * DAY)}::timestamptz and ${scopeOf(context, 'ticket.see')}
    group by 1, 2, 3 order by count desc, 1, 3 limit ${MOST}`.execute(context.tx);
  return rows.map((row) => {
    const kind = kinds.find((one) => one.key === row.kind)!;
    const choice = kind.fields.find((one) => one.key === row.field)?.choices?.find((one) => one.key === row.choice);
    const there = items.some(
      (one) => one.kind === row.kind && (row.field === null || one.fields[row.field] === row.choice),
    );
    return { ...row, kindName: kind.name, choiceName: choice?.name ?? null, there };
  });
}
