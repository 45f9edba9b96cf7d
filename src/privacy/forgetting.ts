import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { forgetOldWords, oldContacts } from '../contact/commands/forget-old-words.ts';
import { eraseCustomer } from '../customer/commands/erase-customer.ts';
import { formerResidents } from '../customer/former-residents.ts';
import { forgetOldDrafts, oldDrafts } from '../draft/commands/forget-old-drafts.ts';
import type { Instant } from '../kernel/time.ts';
import { system } from '../organisation/can.ts';
import { forgetOldStaffFiles, oldStaffFiles } from '../personnel/commands/forget-old-files.ts';
import type { Context } from '../platform/context.ts';
import type { Gone, Old } from '../platform/held.ts';
import { goneOf } from '../platform/held.ts';
import { forgetOldRecordings, oldRecordings } from '../telephone/commands/forget-old-recordings.ts';
import { forgetOldTexts, oldTickets } from '../ticket/commands/forget-old-texts.ts';
import { forgetOldFiles, oldFiles } from '../work-order/commands/forget-old-files.ts';
import type { RuleKey } from './privacy.ts';

type Rule = {
  /** What would go, oldest first, each with its moment as `at`. */
  which(old: Old, now: Instant): RawBuilder<{ at: Instant }>;
  forget(context: Context, old: Old): Promise<Gone>;
  /** In one transaction. */
  batch: number;
};

/** What each rule finds, and how it goes; who owns the rows does it. */
export const FORGETTING: Record<RuleKey, Rule> = {
  ticket_texts: { which: oldTickets, forget: forgetOldTexts, batch: 200 },
  contact_words: { which: oldContacts, forget: forgetOldWords, batch: 500 },
  files: { which: oldFiles, forget: forgetOldFiles, batch: 50 },
  recordings: { which: oldRecordings, forget: forgetOldRecordings, batch: 20 },
  former_residents: { which: formerResidents, forget: forgetResidents, batch: 5 },
  drafts: { which: (old) => oldDrafts(old), forget: forgetOldDrafts, batch: 500 },
  staff_files: { which: (old) => oldStaffFiles(old), forget: forgetOldStaffFiles, batch: 20 },
};

/** Each is erased as if somebody had pressed the button, with all that follows, and has its own report. Few at once: all texts are read. */
async function forgetResidents(context: Context, old: Old): Promise<Gone> {
  const { rows } = await formerResidents(old, context.now).execute(context.tx);
  const clock = { ...context, actor: system };
  for (const { id } of rows) await eraseCustomer(clock, id, { reason: 'kept_long_enough', version: undefined });
  return goneOf(rows.map(({ at }) => at));
}

/** Counted no further than this; beyond, that there are more is enough to know. */
const MOST_COUNTED = 10_000;

/** What would go, were it done now. */
export async function wouldGo(context: Context, key: RuleKey, before: Instant, after: Instant | null) {
  const which = FORGETTING[key].which({ before, after, most: MOST_COUNTED + 1 }, context.now);
  const { rows } = await sql<{ n: number; oldest: Instant | null }>`
    select count(*)::int as n, min(at) as oldest from (${which}) w`.execute(context.tx);
  const { n, oldest } = rows[0]!;
  return { count: { n: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED }, oldest };
}
