import { z } from 'zod';
import { id, line } from '../platform/http/shapes.ts';
import { ADDRESSES, SETTINGS } from './shapes.ts';
import { aesKey, wechatToken } from './wechat/wechat.ts';

const name = line.describe('What people call it');
const secret = z.string().min(1).max(10_000).describe('Password or token; kept sealed, and never told again');
const clientSecret = z
  .string()
  .min(1)
  .max(10_000)
  .describe('With OAuth 2.0, the secret of the client, where it has one');
const departmentId = id('department').nullable().describe('Whose it is to answer; null: the front desk’s');

const common = {
  id: id('channel').describe("The client's own new id; the same id again adds nothing twice"),
  name,
  centreId: id('centre').optional().describe('Whose it is; left out: the first centre’s'),
  departmentId: departmentId.optional(),
};

const addMailbox = z.strictObject({
  kind: z.literal('mail').describe('A mailbox'),
  ...common,
  address: ADDRESSES.mail,
  settings: SETTINGS.mail.describe('Its servers, and how to sign in there'),
  secret,
  clientSecret: clientSecret.optional(),
});

const addChat = z.strictObject({
  kind: z.literal('chat').describe('Live chat on the customer’s page and on pages elsewhere; a centre has one'),
  ...common,
  settings: SETTINGS.chat.describe('When somebody is there, how many at once, and what is said'),
});

const addConnector = z.strictObject({
  kind: z.literal('connector').describe('A system of another’s that brings a messenger or a marketplace'),
  ...common,
  address: ADDRESSES.connector,
  settings: SETTINGS.connector.describe('Where answers go, and what its messages count as'),
});

const addSms = z.strictObject({
  kind: z.literal('sms').describe('Text messages by a gateway'),
  ...common,
  address: ADDRESSES.sms,
  settings: SETTINGS.sms.describe('How the gateway is asked to send, and how what it calls back with is read'),
  secret,
});

const keys = { secret, token: wechatToken, aesKey };

const addWechat = z.strictObject({
  kind: z.literal('wechat').describe('An official account of WeChat, in the safe mode'),
  ...common,
  address: ADDRESSES.wechat,
  settings: SETTINGS.wechat.describe('Which account it is'),
  ...keys,
});

const addWecom = z.strictObject({
  kind: z.literal('wecom').describe('An application of WeCom'),
  ...common,
  address: ADDRESSES.wecom,
  settings: SETTINGS.wecom.describe('Which application of which enterprise it is'),
  ...keys,
});

export const addChannelInput = z.discriminatedUnion('kind', [
  addMailbox,
  addChat,
  addConnector,
  addSms,
  addWechat,
  addWecom,
]);
export type AddChannel = z.output<typeof addChannelInput>;

export const changeChannelInput = z.strictObject({
  name: name.optional(),
  address: line.optional().describe('What customers write to, as its sort has it'),
  departmentId: departmentId.optional(),
  settings: z
    .union(Object.values(SETTINGS))
    .optional()
    .describe('All of it anew, as its sort has it; left out: as it was'),
  secret: secret.optional(),
  token: wechatToken.optional(),
  aesKey: aesKey.optional(),
  clientSecret: clientSecret.nullable().optional().describe('Another secret of the client; null: it has none'),
  on: z.boolean().optional().describe('false: nothing is fetched and nothing goes; true: both again, what waited too'),
});
export type ChangeChannel = z.output<typeof changeChannelInput>;
