import { z } from 'zod';
import { id, line } from '../platform/http/shapes.ts';
import { MOST_CLASSIFIED } from './customer-class.ts';

export const classifyInput = z.strictObject({
  customerIds: z.array(id('customer')).min(1).max(MOST_CLASSIFIED).describe('Who stands under it from now on'),
  class: z.string().max(60).nullable().describe('Key of the class; null: under none any more'),
  why: line.describe('By what he was classified so; kept with the change'),
});
export type Classify = z.output<typeof classifyInput>;
