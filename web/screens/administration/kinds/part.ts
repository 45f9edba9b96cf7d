import type { Kind } from '../../../../src/pack/format.ts';

/** One part of a kind's editor: the whole definition, and how another takes its place. */
export type PartProps = { kind: Kind; change: (kind: Kind) => void };

/** A part whose members are told apart by keys: those that are saved keep theirs; what is wrong with one stands with it. */
export type ListPartProps = PartProps & {
  known: Kind;
  /** What is wrong at a path and below it, in words. */
  wrong: (path: string) => readonly string[];
};
