import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What takes an act on one ticket back. */
export type Undo =
  | { act: 'offer' }
  | { act: 'stage'; from: string; to: string }
  | { act: 'watch'; personId: Id<'person'> }
  | { act: 'snooze' };

export type Act = 'offer' | 'stage' | 'watch' | 'snooze' | 'urge' | 'close' | 'macro';

/** What others have heard, or what ends a matter, is not unsaid by taking back a press of a button. */
const STANDS: ReadonlySet<string> = new Set<Act>(['urge', 'close', 'macro']);

export function whyNotUndo(row: { act: string; refused: unknown; undo: unknown; undone_at: unknown }): Refusal | null {
  if (row.undone_at !== null) return refusal('bulk.undone');
  if (row.refused !== null) return refusal('bulk.was_not_done');
  if (STANDS.has(row.act)) return refusal('bulk.stands');
  return row.undo === null ? refusal('bulk.nothing_changed') : null;
}
