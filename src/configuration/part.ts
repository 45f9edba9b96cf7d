import type { z } from 'zod';
import type { Pack } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** What a part would do besides what the differences say: how many deadlines move, people whose rights change, tickets that stay. */
export type PartEffect = { what: 'deadlines_move' | 'people_gain_or_lose' | 'tickets_stay'; count: number };

/**
 * One part of the configuration: things by their stable keys, without ids, so that a file from one house fits another. What a file
 * leaves out stays as it is. Another domain adds its own by a line in `registry.ts`.
 */
export type Part<Content = unknown> = {
  key: string;
  shape: z.ZodType<Content>;
  read(context: Context): Promise<Content>;
  /** What is wrong with it beside the other parts of the same file; each with the path of its fault. */
  check?(context: Context, content: Content, all: Readonly<Record<string, unknown>>): Promise<Refusal[]>;
  effect?(context: Context, content: Content): Promise<PartEffect[]>;
  /** What a pack brings of it, as the file has it; left out: a pack brings none. */
  shipped?(pack: Pack, context: Context): Content;
  /** Whether a thing of the pack is here under another key. */
  isHere?(here: Content, content: unknown): boolean;
  /** A thing of the pack as it fits in here: a key of the desk that is taken is left out. */
  fit?(context: Context, content: unknown): Promise<unknown>;
  /** Makes what differs so, by the ordinary commands, with the reason. */
  apply(context: Context, content: Content, why: string): Promise<void>;
};

/** A part as the registry holds it, whatever is in it. */
export function part<Content>(declared: Part<Content>): Part {
  return declared as unknown as Part;
}

/** Whether two things are the same, in whatever order their properties stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** The same value with its properties in the order of their names: a file that can be diffed. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]));
}
