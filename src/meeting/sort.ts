import { z } from 'zod';
import { ladderShape, limitShape } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotLadder, whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';

export const MOST_MEETING_SORTS = 40;
export const MEETING_INTERVALS = ['week', 'month', 'quarter'] as const;
export type MeetingInterval = (typeof MEETING_INTERVALS)[number];

/** A sort of meeting that the house holds (MEET-01, -02, -03). */
export const meetingSortShape = z
  .strictObject({
    key,
    name: wordsShape,
    calls: key.describe('Key of the post that calls it and, where it is regular, owes it'),
    of: z
      .enum(['centre', 'department'])
      .describe('Of the whole centre, or of the department of the post that calls it'),
    every: z
      .enum(MEETING_INTERVALS)
      .nullable()
      .describe('Regular: one is owed in each such period; null: called as occasion arises'),
    outsiders: z.boolean().describe('People of outside firms are invited by name'),
    ladder: ladderShape.describe('Who hears that the one of a period is missing'),
    sign: limitShape.describe('For the chair to sign the record, from when it was held'),
  })
  .meta({ id: 'MeetingSort', description: 'A sort of meeting that the house holds' });
export type MeetingSort = z.infer<typeof meetingSortShape>;

type Post = { inDepartment: boolean };

/** Everything wrong with the sorts of meeting of a house that has these posts; paths are within the settings. */
export function whyNotMeetingSorts(sorts: readonly MeetingSort[], posts: ReadonlyMap<string, Post>): Refusal[] {
  return sorts.flatMap((sort) => {
    const path = `meetings.${sort.key}`;
    return [
      ...whyNotAgainst(posts, sort.calls, `${path}.calls`),
      ...(sort.of === 'department' && posts.get(sort.calls)?.inDepartment === false
        ? [refusal('report.no_department', { path: `${path}.of`, name: sort.calls })]
        : []),
      ...whyNotLadder(sort.ladder, path),
      ...whyNotLimit(sort.sign, `${path}.sign`),
    ];
  });
}
