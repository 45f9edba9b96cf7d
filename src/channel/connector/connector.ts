import { z } from 'zod';
import { CHANNELS } from '../../kernel/channels.ts';
import { storable } from '../../kernel/text/storable.ts';
import { line, moment } from '../../platform/http/shapes.ts';
import { MEMBER_SORTS } from '../../conversation/conversation.ts';

/** How a connector is reached, and what it brings. */
export const connectorSettings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .describe('Where answers are sent: signed, as docs/connector.md says'),
  touch: z.enum(CHANNELS).describe('As what its messages count in the history of contacts'),
});

/** All that hangs on one message, in bytes of base64; larger things are a link in the text. */
export const LARGEST_MESSAGE = 14 * 1024 * 1024;
export const LARGEST_REPORT = 16 * 1024;

const said = (most: number) => z.string().max(most).transform(storable);
const foreignId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);
const someone = z.strictObject({ id: foreignId, name: said(200).default('') });

/** What a connector hands in: one message of one thread. */
export const connectorMessage = z
  .strictObject({
    id: foreignId,
    conversation: foreignId,
    from: someone,
    text: said(20_000).default(''),
    files: z
      .array(z.strictObject({ name: said(200).default(''), base64: z.base64() }))
      .max(10)
      .default([]),
    at: moment.optional(),
    group: z
      .strictObject({
        name: said(200).default(''),
        internal: z.boolean().default(false),
        members: z
          .array(someone.extend({ sort: z.enum(MEMBER_SORTS).optional() }))
          .max(500)
          .optional(),
      })
      .optional(),
  })
  .refine(({ text, files }) => text.trim() !== '' || files.length > 0, { message: 'nothing said', path: ['text'] });
export type ConnectorMessage = z.output<typeof connectorMessage>;

/** What became of a message of ours. */
export const connectorReport = z.strictObject({
  message: z.uuid(),
  state: z.enum(['delivered', 'failed']),
  fault: said(500).default(''),
});

export const connectorName = line.describe('What customers know it as: the account, shop or group service');
