import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { canOut, countOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { orNotHold, whyNotPrivacy } from './may.ts';
import { wouldGo } from './forgetting.ts';
import type { RuleKey } from './privacy.ts';
import { RULE_KEYS, RULES } from './privacy.ts';

const key = z.enum(RULE_KEYS).describe('What the rule is about');
const name = z.string().describe('Name of the person');

export const ruleOut = z.object({
  key,
  days: z.number().int().nullable().describe('Older than so many days goes; null: the rule is off'),
  least: z.number().int().describe('The fewest days it may be set to'),
  why: z.string().nullable().describe('Why it was set so; null: it is off'),
  changedAt: momentOrNotYet.describe('When it was set so; null: it is off'),
  wouldGo: countOut.nullable().describe('What would go now; null: the rule is off'),
  oldest: momentOut.nullable().describe('Of when the oldest of it is; null: there is nothing'),
  can: canOut.describe('change'),
});

/** Every rule with what would go by it now. */
export async function retentionRules(context: Context): Promise<z.input<typeof ruleOut>[]> {
  orNotHold(context);
  const rules = await context.tx.selectFrom('retention_rule').selectAll().execute();
  const answers = [];
  for (const one of RULE_KEYS) {
    const rule = rules.find((row) => row.key === one);
    const would = rule ? await previewOf(context, one, rule.days) : null;
    answers.push({
      key: one,
      days: rule?.days ?? null,
      least: RULES[one].least,
      why: rule?.why ?? null,
      changedAt: rule?.changed_at ?? null,
      wouldGo: would?.count ?? null,
      oldest: would?.oldest ?? null,
      can: { change: whyNotPrivacy(context) },
    });
  }
  return answers;
}

export const previewOut = z.object({
  count: countOut,
  oldest: momentOut.nullable().describe('Of when the oldest of it is; null: there is nothing'),
});

/** What would go, were a rule set to so many days. */
export function previewOf(context: Context, rule: RuleKey, days: number): Promise<z.input<typeof previewOut>> {
  orNotHold(context);
  return wouldGo(context, rule, plus(context.now, -days * DAY), null);
}

export const holdsOut = pageOf(
  z.object({
    id: idOut('legal_hold'),
    subject: z
      .object({ type: z.enum(['customer', 'ticket']).describe('Which of the two'), id: idOut('customer or ticket') })
      .describe('What is held back'),
    label: z.string().describe('Name of the customer, or number and title of the ticket'),
    why: z.string().describe('Why nothing of it is erased'),
    by: name,
    at: momentOut,
    until: momentOut.nullable().describe('When it ends by itself; null: when it is lifted'),
    liftedAt: momentOrNotYet.describe('When it was lifted; null: it was not'),
    liftedBy: name.nullable().describe('Who lifted it; null: nobody did'),
  }),
);

type HoldRow = Omit<z.input<typeof holdsOut>['items'][number], 'subject' | 'at'> & {
  subject_type: 'customer' | 'ticket';
  subject_id: string;
  at: Instant;
};

/** What is held back or was, the newest first. */
export async function holds(
  context: Context,
  query: { after?: string | undefined; limit: number; subject?: string | undefined },
): Promise<z.input<typeof holdsOut>> {
  orNotHold(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<HoldRow>`
    select h.id, h.subject_type, h.subject_id, h.why, p.name as by, h.at, h.until, h.lifted_at as "liftedAt",
      l.name as "liftedBy", coalesce(c.name, t.number || ' ' || t.title, '') as label
    from legal_hold h join person p on p.id = h.by_id left join person l on l.id = h.lifted_by_id
      left join customer c on c.id = h.subject_id left join ticket t on t.id = h.subject_id
    where ${query.subject ? sql`h.subject_id = ${query.subject}` : sql`true`}
      ${after ? sql`and (h.at, h.id) < (${after.at}, ${after.id})` : sql``}
    order by h.at desc, h.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    ({ subject_type: type, subject_id: id, ...row }) => ({ ...row, subject: { type, id } }),
    (row) => cursorOf(row.at, row.id),
  );
}
