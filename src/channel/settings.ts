import { z } from 'zod';
import { line } from '../platform/http/shapes.ts';

const security = z
  .enum(['tls', 'starttls', 'none'])
  .describe('tls: from the first byte; starttls: insisted upon before anything is said; none: only within one machine');
const host = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[\w.:-]+$/)
  .describe('Name or address of the server');
const port = z.number().int().min(1).max(65_535).describe('Where it listens: 993 and 465 as a rule');

const server = z.strictObject({ host, port, secure: security });

/** How a mailbox is reached; never a secret. */
export const mailSettings = z.strictObject({
  imap: server.describe('Where mail is fetched'),
  smtp: server.describe('Where mail is handed over'),
  user: line.describe('As whom to sign in, at both'),
  auth: z.enum(['password', 'xoauth2']).describe('password, or a token of OAuth 2.0'),
  oauth: z
    .strictObject({
      tokenUrl: z
        .url({ protocol: /^https$/ })
        .max(500)
        .describe('Where the provider gives tokens, https'),
      clientId: line.describe('As which program the provider knows us'),
      scope: z.string().trim().max(500).default('').describe('What is asked for; empty: what was granted at first'),
    })
    .optional()
    .describe(
      'With xoauth2: where tokens are had for the secret, which is a refresh token; left out: the secret is the token itself',
    ),
});
export type MailSettings = z.output<typeof mailSettings>;
