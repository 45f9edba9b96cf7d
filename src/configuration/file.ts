import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Context } from '../platform/context.ts';
import { refusedOut } from '../platform/http/shapes.ts';
import { effectOut } from '../pack/effect-shapes.ts';
import type { PartEffect } from './part.ts';
import { inOrder, isSame } from './part.ts';
import { PARTS } from './registry.ts';

export const configurationShape = z
  .strictObject({
    huiyin: z.literal('configuration').describe('What this file is'),
    format: z.literal(1).describe('The format of the file'),
    parts: z
      .record(z.string().max(40), z.unknown())
      .describe(
        'By part (calendars, departments, posts, settings, kinds, spotChecks, rounds, offerings, duties, words) what it holds; left out: it stays as it is',
      ),
  })
  .meta({ id: 'Configuration', description: 'The whole configuration, or parts of it, in a stable order' });
export type Configuration = z.output<typeof configurationShape>;

/** The whole configuration, its things by their keys and every property in the order of names. */
export async function readConfiguration(context: Context): Promise<Configuration> {
  const parts: Record<string, unknown> = {};
  for (const { key, read } of PARTS) parts[key] = inOrder(await read(context));
  return { huiyin: 'configuration', format: 1, parts };
}

type Read = { faults: Refusal[]; parts: Record<string, unknown> };

/** What a file says, by the shapes of its parts; every fault with its path. */
export function partsIn({ parts }: Configuration): Read {
  const faults: Refusal[] = Object.keys(parts)
    .filter((key) => !PARTS.some((one) => one.key === key))
    .map((key) => refusal('configuration.part_unknown', { path: key }));
  const read: Record<string, unknown> = {};
  for (const { key, shape } of PARTS) {
    if (parts[key] === undefined) continue;
    const parsed = shape.safeParse(parts[key]);
    if (parsed.success) read[key] = parsed.data;
    else
      faults.push(
        ...parsed.error.issues.map((issue) =>
          refusal('configuration.unfit', { path: [key, ...issue.path].join('.'), why: issue.message }),
        ),
      );
  }
  return { faults, parts: read };
}

/** Everything that is wrong with a file here, part by part; nothing: it may be applied. */
export async function faultsOf(context: Context, configuration: Configuration): Promise<Read> {
  const { faults, parts } = partsIn(configuration);
  for (const { key, check } of PARTS)
    if (parts[key] !== undefined && check) faults.push(...(await check(context, parts[key], parts)));
  return { faults, parts };
}

export const differencesOut = effectOut.extend({
  changes: effectOut.shape.changes.describe('What would differ; what the file leaves out stays'),
  faults: z.array(refusedOut).describe('Why it is refused, each with its path'),
  effects: z
    .array(
      z.object({
        what: z
          .enum(['deadlines_move', 'people_gain_or_lose', 'tickets_stay'])
          .describe(
            'deadlines_move: of running commitments; people_gain_or_lose: rights; tickets_stay: open on their own version',
          ),
        count: z.number().describe('How many'),
      }),
    )
    .describe('What follows besides'),
});

/** What a file would change, what follows from that, and what speaks against it. Changes nothing. */
export async function differencesOf(
  context: Context,
  configuration: Configuration,
): Promise<z.input<typeof differencesOut>> {
  const { faults, parts } = await faultsOf(context, configuration);
  const changes = [];
  const effects: PartEffect[] = [];
  for (const { key, read, effect } of PARTS) {
    if (parts[key] === undefined) continue;
    const now = await read(context);
    if (isSame(now, parts[key])) continue;
    changes.push(...effectOfChange(inOrder(onlyNamed(now, parts[key], key)), inOrder(parts[key]), key));
    if (faults.length === 0 && effect) effects.push(...(await effect(context, parts[key])));
  }
  return { changes: changesShown(changes), faults, effects: effects.filter(({ count }) => count > 0) };
}

/** Things that the file does not name are not taken away: of those by key only the ones it names are compared. */
function onlyNamed(now: unknown, wanted: unknown, key: string): unknown {
  if (key === 'settings' || key === 'words') return now;
  const names = Object.keys(wanted as object);
  return Object.fromEntries(Object.entries(now as object).filter(([name]) => names.includes(name)));
}
