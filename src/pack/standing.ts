import type { Context } from '../platform/context.ts';
import type { Kind, Stage } from './format.ts';
import { kindOf } from './kinds.ts';

export type Standing = { version: number; stage: string; open: number };

/** How many tickets of a kind are open, by the version they are held to and the stage they stand at. */
export async function standingTickets(context: Context, kind: string): Promise<Standing[]> {
  const rows = await context.tx
    .selectFrom('ticket')
    .select((e) => ['kind_version as version', 'stage', e.fn.countAll<string>().as('open')])
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .groupBy(['kind_version', 'stage'])
    .orderBy('kind_version')
    .orderBy('stage')
    .execute();
  return rows.map((row) => ({ ...row, open: Number(row.open) }));
}

/** The definitions that open tickets are held to, by version. */
export async function definitionsOf(
  context: Context,
  kind: string,
  standing: readonly Standing[],
): Promise<ReadonlyMap<number, Kind>> {
  const definitions = new Map<number, Kind>();
  for (const { version } of standing)
    if (!definitions.has(version)) definitions.set(version, await kindOf(context, kind, version));
  return definitions;
}

/** The stage a ticket stands at, in the version it is held to. */
export const stageIn = (kind: Kind, key: string): Stage =>
  kind.stages.find((stage) => stage.key === key) ?? kind.stages[0]!;
