import { z } from 'zod';
import { id, line, moment } from '../platform/http/shapes.ts';
import { WEBHOOK_TYPES } from './catalogue.ts';

const name = line.describe('What people call it: whose system it is');
const url = z.string().trim().max(500).describe('Where it is sent, https; http only where the server allows it');
const types = z
  .array(z.enum(WEBHOOK_TYPES))
  .min(1)
  .max(WEBHOOK_TYPES.length)
  .describe('Of which events it is told, out of GET /webhooks/types');

export const addWebhookInput = z.strictObject({
  id: id('webhook').describe("The client's own new id; the same id again adds nothing twice"),
  name,
  url,
  types,
});
export type AddWebhook = z.output<typeof addWebhookInput>;

export const changeWebhookInput = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  types: types.optional(),
  on: z
    .boolean()
    .optional()
    .describe('false: switched off by hand, nothing is sent; true: sent again, what waited too'),
});
export type ChangeWebhook = z.output<typeof changeWebhookInput>;

export const replayInput = z.strictObject({
  since: moment.describe('Everything laid ready for it from this moment on, delivered or not, is sent again'),
});
