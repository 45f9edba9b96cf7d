import { sql } from 'kysely';
import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { canOut, momentOut, versionOut } from '../platform/http/shapes.ts';
import { whyNotSettings } from './check.ts';
import { whyNotKind } from './check-kind.ts';
import type { Change } from './effect-of-change.ts';
import { effectOfChange } from './effect-of-change.ts';
import type { changesOut, effectOut } from './effect-shapes.ts';
import type { Kind } from './format.ts';
import { kindShape, stageShape } from './kind-shape.ts';
import { currentKind, currentKinds } from './kinds.ts';
import { knownTo, reportPosts } from './known.ts';
import { definitionsOf, stageIn, standingTickets } from './standing.ts';
import { settingsVersionOf } from './settings.ts';
import type { Settings } from './settings-shape.ts';
import { settingsShape } from './settings-shape.ts';
import { changedByOut, changedWhyOut } from '../organisation/shapes.ts';

const versionLineOut = z.object({
  version: z.number().describe('1, 2, ...; tickets keep the one they were opened under'),
  at: momentOut,
  by: changedByOut,
  why: changedWhyOut,
  openTickets: z.number().describe('Open tickets that finish on this version'),
});

export const kindDefinitionOut = z.object({
  version: versionOut,
  kind: kindShape.describe('The definition in its newest version'),
  versions: z.array(versionLineOut).describe('Newest first'),
  standing: z
    .array(
      z.object({
        version: z.number().describe('The version they are held to'),
        stage: stageShape.describe('Where they stand, as that version has it'),
        open: z.number().describe('Open tickets there'),
      }),
    )
    .describe('What is open under it'),
  can: canOut.describe('change'),
});

export const settingsDefinitionOut = z.object({
  version: versionOut,
  settings: settingsShape.describe('As they stand now'),
  versions: z.array(versionLineOut.omit({ openTickets: true })).describe('Newest first'),
  can: canOut.describe('change'),
});

type Effect = z.input<typeof effectOut>;

type VersionRow = { version: number; at: Instant; by: string | null; why: string | null };

export async function readKindDefinition(context: Context, key: string): Promise<z.input<typeof kindDefinitionOut>> {
  const { version, kind } = await currentKind(context, key);
  const { rows } = await sql<VersionRow>`
    select v.version, v.at, p.name as by, v.why from kind_version v left join person p on p.id = v.by_id
    where v.key = ${key} order by v.version desc limit 100`.execute(context.tx);
  const standing = await standingTickets(context, key);
  const definitions = await definitionsOf(context, key, standing);
  const openOn = (one: number) =>
    standing.filter((row) => row.version === one).reduce((sum, { open }) => sum + open, 0);
  return {
    version,
    kind,
    versions: rows.map((row) => ({ ...row, openTickets: openOn(row.version) })),
    standing: standing.map((one) => ({ ...one, stage: stageIn(definitions.get(one.version)!, one.stage) })),
    can: { change: can(context.actor, 'limit.edit', {}) },
  };
}

export async function readSettingsDefinition(context: Context): Promise<z.input<typeof settingsDefinitionOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const versions = await context.tx
    .selectFrom('settings_version as v')
    .leftJoin('person', 'person.id', 'v.by_id')
    .select(['v.version', 'v.at', 'person.name as by', 'v.why'])
    .orderBy('v.version', 'desc')
    .limit(100)
    .execute();
  return { version, settings, versions, can: { change: can(context.actor, 'limit.edit', {}) } };
}

/** What another definition of a kind would change for the next tickets, and what speaks against it. Changes nothing. */
export async function effectOnKind(context: Context, kind: Kind): Promise<Effect> {
  const before = (await currentKinds(context)).find((one) => one.key === kind.key)?.kind;
  return effect(effectOfChange(before, kind), whyNotKind(kind, await knownTo(context)));
}

export async function effectOnSettings(context: Context, settings: Settings): Promise<Effect> {
  const before = (await settingsVersionOf(context)).settings;
  return effect(effectOfChange(before, settings), whyNotSettings(settings, await reportPosts(context)));
}

function effect(changes: readonly Change[], faults: Refusal[]): Effect {
  return { changes: changesShown(changes), faults };
}

/** Changes as they go out. */
export function changesShown(changes: readonly Change[]): z.input<typeof changesOut> {
  return changes.map(({ path, before, after }) => ({ path, before: shownValue(before), after: shownValue(after) }));
}

/** A value of a definition as a change shows it: what is no single value as JSON. */
export function shownValue(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
