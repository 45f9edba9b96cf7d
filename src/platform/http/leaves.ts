import { newId } from '../../kernel/id.ts';
import type { Context, Organisation, Signals } from '../context.ts';
import { record } from '../journal.ts';
import { contextFor } from './context-for.ts';
import type { Caller } from './identify.ts';
import type { Given, Leaving, Route } from './route.ts';
import type { ServerParts } from './server.ts';

type Asked = { organisation: Organisation; caller: Caller | null; given: Given<Route> };

/** A read that is taken out of the house: with the act that says so in one transaction, so that neither is without the other. */
export async function answerLeaving(
  parts: ServerParts,
  route: Route & Required<Pick<Route, 'leaves'>>,
  { organisation, caller, given }: Asked,
): Promise<unknown> {
  let signals: Signals | undefined;
  const shown = await parts.database.transact(organisation.schema, async (tx) => {
    const context = await contextFor(parts, organisation, caller, route, tx);
    signals = context.signals;
    const answered = await route.handle(context, given);
    await recordLeaving(context, route.leaves(given, answered));
    return answered;
  });
  if (signals) parts.announce(organisation, signals);
  return shown;
}

/** Says in the journal that the actor takes this out of the house; what keeps the book of it follows from that. */
export async function recordLeaving(context: Context, { narrowed, ...leaving }: Leaving): Promise<void> {
  await record(context, {
    subject: { type: 'list_taken_out', id: newId<'list_taken_out'>(context.now) },
    type: 'list.taken_out',
    data: { ...leaving, narrowed: withoutTyped(narrowed) },
  });
}

/** What somebody typed may name a person; the rest are ids, choices and moments. */
const TYPED = new Set(['q']);

/** What something was narrowed by, as texts: how it was written and in which language is no narrowing. */
export function withoutTyped(narrowed: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(narrowed).filter(
    ([name, value]) => !TYPED.has(name) && name !== 'format' && name !== 'language' && value !== undefined,
  );
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}
