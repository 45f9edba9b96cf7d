import type { Id } from '../kernel/id.ts';
import { NotFound, orRefuse, refusal, Stale } from '../kernel/refusal.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Step } from './macro.ts';

export type Macro = {
  id: Id<'macro'>;
  name: string;
  version: number;
  steps: Step[];
  owner_id: Id<'person'> | null;
  by_id: Id<'person'>;
  retired_at: string | null;
};

function newest(context: Context) {
  return context.tx
    .selectFrom('macro')
    .innerJoin('macro_version as v', (join) =>
      join.onRef('v.macro_id', '=', 'macro.id').onRef('v.version', '=', 'macro.version'),
    )
    .select(['macro.id', 'macro.version', 'macro.owner_id', 'macro.retired_at', 'v.name', 'v.steps', 'v.by_id']);
}

/** My own and those my centre shares, by name. A person has dozens at most. */
export async function myMacros(context: Context): Promise<Macro[]> {
  const me = actingPerson(context);
  const centreId = await centreOf(context);
  return newest(context)
    .where('macro.retired_at', 'is', null)
    .where((e) =>
      e.or([
        e('macro.owner_id', '=', me),
        e.and([e('macro.owner_id', 'is', null), e('macro.centre_id', '=', centreId)]),
      ]),
    )
    .orderBy('v.name')
    .orderBy('macro.id')
    .limit(200)
    .execute();
}

/** One that may be run by whoever asks, in the version he looked at; somebody else's own is not there for him. */
export async function usableMacro(
  context: Context,
  { macroId, version }: { macroId: Id<'macro'>; version?: number | undefined },
): Promise<Macro> {
  const macro = await newest(context).where('macro.id', '=', macroId).executeTakeFirst();
  if (!macro || (macro.owner_id !== null && macro.owner_id !== context.actor.personId))
    throw new NotFound('macro.unknown');
  orRefuse(macro.retired_at === null ? null : refusal('macro.retired'));
  if (version !== undefined && version !== macro.version)
    throw new Stale('stale', { seen: version, version: macro.version });
  return macro;
}
