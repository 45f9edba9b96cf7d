import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Clock } from '../kernel/time.ts';
import { newSecret } from './digest.ts';
import type { Library } from './library.ts';
import { tablesOf } from './store.ts';

/** One weighs 170 kB; those not used lately are made again when needed, in about a millisecond. */
const KEPT = 64;

/** The key that signs an organisation's cookies: made once by whichever node comes first, then shared. */
async function keyOf(database: Database, schema: string, clock: Clock): Promise<string> {
  const tables = tablesOf(database, schema);
  const find = () => tables.selectFrom('auth_key').select('secret').executeTakeFirst();
  const known = await find();
  if (known) return known.secret;
  await tables
    .insertInto('auth_key')
    .values({ one: true, secret: newSecret(), made_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find())!.secret;
}

/** The sign-in library of each organisation, loaded with the first sign-in: it costs 18 MB that an idle server spares. */
export function libraries(database: Database, clock: Clock): (organisation: Organisation) => Promise<Library> {
  const made = new Map<string, Promise<Library>>();
  const make = async (organisation: Organisation): Promise<Library> => {
    const [{ libraryFor }, secret] = await Promise.all([
      import('./library.ts'),
      keyOf(database, organisation.schema, clock),
    ]);
    return libraryFor(database, organisation, secret, clock);
  };
  return (organisation) => {
    const library = made.get(organisation.schema) ?? make(organisation);
    made.delete(organisation.schema);
    made.set(organisation.schema, library);
    library.catch(() => made.delete(organisation.schema));
    if (made.size > KEPT) made.delete(made.keys().next().value!);
    return library;
  };
}
