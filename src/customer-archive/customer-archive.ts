import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { ArchivePart } from './rules.ts';

/** What is to be done about a customer's archive; one that is both is listed under both. */
export const ARCHIVE_STATES = ['none', 'incomplete', 'stale', 'sound'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

/** As what looking after an archive is owed. */
export const OWED_AS = 'tend_archive';

/** So many archives are set up at once. */
export const MOST_OPENED = 200;

/** The parts without which an archive is incomplete, of which nothing is filed in it. */
export function missingParts(parts: readonly ArchivePart[], filed: readonly string[]): ArchivePart[] {
  return parts.filter(({ key, required }) => required && !filed.includes(key));
}

export function whyNotPart(parts: readonly ArchivePart[], key: string): Refusal | null {
  return parts.some((one) => one.key === key) ? null : refusal('customer_archive.part_unknown', { path: 'part' });
}

export function whyNotWithdraw(entry: { withdrawn_at: Instant | null }): Refusal | null {
  return entry.withdrawn_at === null ? null : refusal('customer_archive.withdrawn');
}
