import type pg from 'pg';
import { system } from '../../organisation/can.ts';
import { createOrganisation } from '../../organisation/commands/create-organisation.ts';
import type { Pack } from '../../pack/format.ts';
import type { Organisation, Reaction } from '../../platform/context.ts';
import { noSignals } from '../../platform/context.ts';
import { createOrganisationSchema } from '../../platform/migrate.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Language } from '../../kernel/words.ts';
import type { PasswordHash } from '../password-hash.ts';
import { storePassword } from './store-password.ts';

export type FirstOrganisation = {
  organisation: string;
  centre: string;
  slug: string;
  pack: Pack;
  zone: string;
  language: Language;
  administrator: { name: string; username: string; hash: PasswordHash };
};

/**
 * Makes the first organisation, with its centre and an administrator who can sign in: all of it, or nothing. Refuses
 * (`setup.done`) where there is one already; of several at the same moment exactly one wins.
 */
export async function setUp(
  pool: pg.Pool,
  given: FirstOrganisation,
  now: Instant,
  react: Reaction,
): Promise<Organisation> {
  const { slug, pack, zone, language, administrator } = given;
  const schema = `org_${slug.replaceAll('-', '_')}`;
  const organisation = { id: newId<'organisation'>(now), slug, schema, name: given.organisation, pack: pack.key };
  await createOrganisationSchema(pool, organisation, now, {
    first: true,
    async fill(tx) {
      const context = { tx, now, actor: system, organisation, signals: noSignals(), react, depth: 0 };
      const { name, username, hash } = administrator;
      const input = { centre: { name: given.centre }, administrator: { name, username, language } };
      const { administratorId } = await createOrganisation(context, { ...pack, zone }, input);
      await storePassword(tx, administratorId, hash, now);
    },
  });
  return organisation;
}
