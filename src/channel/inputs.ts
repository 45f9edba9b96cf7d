import { z } from 'zod';
import { id, line } from '../platform/http/shapes.ts';
import { chatSettings } from './chat/settings.ts';
import { mailSettings } from './settings.ts';

const name = line.describe('What people call it');
const address = z
  .email()
  .max(254)
  .transform((text) => text.trim())
  .describe('What customers write to, and what answers come from');
const secret = z.string().min(1).max(10_000).describe('Password or token; kept sealed, and never told again');
const clientSecret = z
  .string()
  .min(1)
  .max(10_000)
  .describe('With OAuth 2.0, the secret of the client, where it has one');
const departmentId = id('department').nullable().describe('Whose it is to answer; null: the front desk’s');

const addMailbox = z.strictObject({
  kind: z.literal('mail').describe('A mailbox'),
  id: id('channel').describe("The client's own new id; the same id again adds nothing twice"),
  name,
  address,
  centreId: id('centre').optional().describe('Whose mailbox it is; left out: the first centre’s'),
  departmentId: departmentId.optional(),
  settings: mailSettings.describe('Its servers, and how to sign in there'),
  secret,
  clientSecret: clientSecret.optional(),
});

const addChat = z.strictObject({
  kind: z.literal('chat').describe('Live chat on the customer’s page and on pages elsewhere'),
  id: id('channel').describe("The client's own new id; the same id again adds nothing twice"),
  name,
  centreId: id('centre').optional().describe('Whose chat it is, one each; left out: the first centre’s'),
  departmentId: departmentId.optional(),
  settings: chatSettings.describe('When somebody is there, how many at once, and what is said'),
});

export const addChannelInput = z.discriminatedUnion('kind', [addMailbox, addChat]);
export type AddChannel = z.output<typeof addChannelInput>;

export const changeChannelInput = z.strictObject({
  name: name.optional(),
  address: address.optional(),
  departmentId: departmentId.optional(),
  settings: z
    .union([mailSettings, chatSettings])
    .optional()
    .describe('All of it anew, in the shape of its sort; left out: as it was'),
  secret: secret.optional(),
  clientSecret: clientSecret.nullable().optional().describe('Another secret of the client; null: it has none'),
  on: z.boolean().optional().describe('false: nothing is fetched and nothing goes; true: both again, what waited too'),
});
export type ChangeChannel = z.output<typeof changeChannelInput>;
