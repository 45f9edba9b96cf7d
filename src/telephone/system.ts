import { z } from 'zod';

/** What a line is for: each counts as a channel of its own, with limits of its own (CHAN-11, CHAN-13). */
export const LINE_CHANNELS = ['phone', 'complaint_line', 'emergency_line'] as const;
export type LineChannel = (typeof LINE_CHANNELS)[number];

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9._:-]+$/);
const port = z.number().int().min(1).max(65_535);
export const dialled = z
  .string()
  .trim()
  .regex(/^[0-9*#+]{1,20}$/)
  .describe('What is dialled: digits, *, # or +');

/** How an exchange is reached, and what its numbers are for. */
export const telephoneSettings = z.strictObject({
  host: host.describe('Name or address of the machine on which Asterisk runs'),
  port: port.describe('Port of its manager interface (AMI), 5038 unless changed there'),
  secure: z
    .enum(['tls', 'none'])
    .describe('tls: encrypted from the first byte; none: only within a network of one’s own'),
  user: z.string().trim().min(1).max(100).describe('Name of the manager there'),
  context: z.string().trim().max(80).default('internal').describe('The dialplan’s context in which our phones dial'),
  lines: z
    .array(
      z.strictObject({
        number: dialled,
        channel: z.enum(LINE_CHANNELS).describe('What it is for: the usual number, complaints, or emergencies'),
      }),
    )
    .max(100)
    .describe('Numbers that are for something of their own; any other is the usual one'),
  ari: z
    .strictObject({
      host: host.optional().describe('Where its web server is; left out: where the manager interface is'),
      port: port.describe('Port of its web server, 8088 unless changed there'),
      app: z.string().trim().min(1).max(80).describe('Name under which we listen'),
      user: z.string().trim().min(1).max(100).describe('Name of the user of ARI'),
    })
    .nullable()
    .default(null)
    .describe(
      'Its REST interface (ARI), where recordings are kept and events are heard too; null: the manager interface alone',
    ),
});
export type TelephoneSettings = z.output<typeof telephoneSettings>;

export function channelOfLine({ lines }: Pick<TelephoneSettings, 'lines'>, line: string | null): LineChannel {
  return lines.find(({ number }) => number === line)?.channel ?? 'phone';
}
