import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, idOut, pageOf, pageQuery } from '../platform/http/shapes.ts';
import { orNotForAll } from './commands/reach-sign-in.ts';
import { sessionOut, tokenOut } from './inputs.ts';

const holder = z
  .object({ id: idOut('person'), name: z.string().describe('Name of the person') })
  .describe('Whose it is');

export const accessQuery = z.object({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person; left out: of everybody'),
});
type AccessQuery = z.output<typeof accessQuery>;

export const sessionsOut = pageOf(
  sessionOut.omit({ current: true }).extend({
    person: holder,
    vouchedBy: z.string().nullable().describe('Name of the provider that vouched; null: a password'),
  }),
);

export const tokensOut = pageOf(tokenOut.extend({ person: holder }));

type SessionRow = {
  id: Id<'session'>;
  person_id: Id<'person'>;
  name: string;
  vouched_by: string | null;
  created_at: Instant;
  updated_at: Instant;
  expires_at: Instant;
  ip_address: string | null;
  user_agent: string | null;
};

/** Who is signed in, the latest used first; by `session_latest`, so a page costs a page. */
export async function sessionsOfAll(context: Context, query: AccessQuery): Promise<z.input<typeof sessionsOut>> {
  orNotForAll(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<SessionRow>`
    select s.id, p.id as person_id, p.name, i.name as vouched_by, s.created_at, s.updated_at, s.expires_at,
      s.ip_address, s.user_agent
    from auth_session s join person p on p.id = s.user_id left join identity_provider i on i.id = s.provider_id
    where s.expires_at > ${context.now} and s.waits_for is null
      ${query.person ? sql`and s.user_id = ${query.person}` : sql``}
      ${after ? sql`and (s.updated_at, s.id) < (${after.at}, ${after.id})` : sql``}
    order by s.updated_at desc, s.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.name },
      vouchedBy: row.vouched_by,
      since: row.created_at,
      lastSeenAt: row.updated_at,
      expiresAt: row.expires_at,
      address: row.ip_address || null,
      agent: row.user_agent || null,
    }),
    (row) => cursorOf(row.updated_at, row.id),
  );
}

type TokenRow = {
  id: Id<'token'>;
  person_id: Id<'person'>;
  person: string;
  name: string;
  rights: Right[];
  made_at: Instant;
  expires_at: Instant;
  last_used_at: Instant | null;
};

/** Every personal token, the newest first, those that expired included until their person takes them away; never what they are. */
export async function tokensOfAll(context: Context, query: AccessQuery): Promise<z.input<typeof tokensOut>> {
  orNotForAll(context);
  const after = readMomentAndId(query.after);
  const { rows } = await sql<TokenRow>`
    select t.id, p.id as person_id, p.name as person, t.name, t.rights, t.made_at, t.expires_at, t.last_used_at
    from personal_token t join person p on p.id = t.person_id
    where ${query.person ? sql`t.person_id = ${query.person}` : sql`true`}
      ${after ? sql`and (t.made_at, t.id) < (${after.at}, ${after.id})` : sql``}
    order by t.made_at desc, t.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.person },
      name: row.name,
      rights: row.rights,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
    }),
    (row) => cursorOf(row.made_at, row.id),
  );
}
