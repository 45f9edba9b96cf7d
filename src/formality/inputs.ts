import { z } from 'zod';
import { MOST_PAPERS } from '../pack/papers-shape.ts';
import { id, versionSeen } from '../platform/http/shapes.ts';
import { LOOKED_AS } from './looks.ts';

const lookInput = z.strictObject({
  paper: z.string().max(60).describe("Key of a paper, out of the ticket's `papers`"),
  state: z
    .enum(LOOKED_AS)
    .describe('brought: handed in, not looked at yet; in_order: looked at; not_in_order: sent back, with the reason'),
  pieces: z.number().int().min(1).max(500).default(1).describe('How many pieces of it there are'),
  remark: z.string().trim().max(2000).default('').describe('Why it is sent back, which is needed; else what was seen'),
  fileIds: z.array(id('file')).max(10).default([]).describe('Scans of it, uploaded before by POST /files'),
});

export const looksInput = z.strictObject({
  version: versionSeen,
  looks: z.array(lookInput).min(1).max(MOST_PAPERS).describe('What was seen, paper by paper'),
});
export type Looks = z.output<typeof looksInput>;
