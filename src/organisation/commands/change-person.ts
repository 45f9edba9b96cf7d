import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import type { Person } from '../facts.ts';
import { lockPerson, orMayNotEdit } from '../facts.ts';
import type { ChangePerson } from '../inputs.ts';

/** What everybody may change about himself; the rest belongs to whoever keeps the people. */
const OWN = new Set<string>(['phone', 'email', 'language', 'seen']);

/**
 * Changes what is known of a person. The journal says which, never what, for these are personal data. Refuses a user name that is
 * taken. What he set for his own screens is changed elsewhere.
 */
export async function changePerson(context: Context, personId: Id<'person'>, input: ChangePerson): Promise<void> {
  const person = await lockPerson(context, personId);
  const own = isSelf(context, personId) && Object.keys(input).every((name) => OWN.has(name));
  if (!own) await orMayNotEdit(context, personId);
  await expectVersion(context, personId, input.seen);
  if (input.username !== undefined) await refuseTaken(context, personId, input.username);
  const row = rowOf(person, input);
  const changed = Object.keys(row);
  if (changed.length === 0) return;
  await context.tx.updateTable('person').set(row).where('id', '=', personId).execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.changed', data: { changed } });
}

/** With one's own hands: a token may do less than its person. */
function isSelf({ actor }: Context, personId: Id<'person'>): boolean {
  return personId === actor.personId && actor.only === undefined;
}

async function refuseTaken(context: Context, personId: Id<'person'>, username: string): Promise<void> {
  const rival = await context.tx
    .selectFrom('person')
    .select('id')
    .where('username', '=', username)
    .where('id', '<>', personId)
    .executeTakeFirst();
  orRefuse(rival ? refusal('person.username_taken', { username }) : null);
}

function rowOf(person: Person, { seen: _, ...input }: ChangePerson) {
  const given = Object.entries(input).filter(
    ([name, value]) => value !== undefined && json(value) !== json(person[name as keyof Person]),
  );
  return Object.fromEntries(given) as Omit<ChangePerson, 'seen'>;
}
