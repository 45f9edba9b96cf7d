import { z } from 'zod';
import { changeKindInput } from '../pack/inputs.ts';
import { id } from '../platform/http/shapes.ts';

/** What a new version of a kind means for what is open. */
const forOpen = {
  openTickets: z
    .enum(['keep', 'move'])
    .default('keep')
    .describe('keep: open tickets finish on their own version; move: they are taken over to this one'),
  stages: z
    .record(z.string().max(60), z.string().max(60))
    .default({})
    .describe('Where tickets are moved: former stage to stage of the new version, for each one in use that vanishes'),
};

export const previewKindInput = changeKindInput.pick({ kind: true }).extend(forOpen);
export const applyKindInput = changeKindInput.extend(forOpen);
export type ApplyKind = z.output<typeof applyKindInput>;
export type ForOpen = Pick<ApplyKind, 'kind' | 'stages'>;

export const moveParams = z.object({ id: id('kind_move') });
