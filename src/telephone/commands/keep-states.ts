import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { earlier, instantOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { AgentState, Members } from '../members.ts';
import { stateOf } from '../members.ts';
import { phonesOf } from '../phones.ts';
import type { System } from './take-in-calls.ts';

/** Who takes calls from now on and who does not, as the exchange says of their phones. */
export async function keepStates(
  context: Context,
  system: System,
  members: Members,
  endpoints: readonly string[],
  skew: number,
): Promise<void> {
  if (endpoints.length === 0) return;
  const { byEndpoint } = await phonesOf(context.tx, system.id);
  for (const endpoint of endpoints) {
    const person = byEndpoint.get(endpoint);
    if (person === undefined) continue;
    const state = stateOf(members, endpoint);
    await keepState(context, person, state && { ...state, at: state.at + skew });
  }
}

/** null: he stands in no queue any more. What holds already is not begun again. */
export async function keepState(context: Context, person: Id<'person'>, state: AgentState | null): Promise<void> {
  const { tx, now } = context;
  const former = await tx
    .selectFrom('telephone_state')
    .select(['since', 'state', 'reason'])
    .where('person_id', '=', person)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if ((former?.state ?? null) === (state?.state ?? null) && (former?.reason ?? null) === (state?.reason ?? null))
    return;
  const told = state === null ? now : earlier(instantOf(state.at), now);
  // one that is told of late does not begin before the one it follows
  const at = former && told <= former.since ? now : told;
  if (former)
    await tx
      .updateTable('telephone_state')
      .set({ until: at })
      .where('person_id', '=', person)
      .where('until', 'is', null)
      .execute();
  if (state)
    await tx
      .insertInto('telephone_state')
      .values({
        id: newId<'telephone_state'>(now),
        person_id: person,
        since: at,
        until: null,
        state: state.state,
        reason: state.reason,
      })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'since']).doUpdateSet({ until: null, state: state.state, reason: state.reason }),
      )
      .execute();
  context.signals.changed.set(person, 'person');
}
