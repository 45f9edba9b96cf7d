import { z } from 'zod';
import { departmentNameOut } from '../organisation/shapes.ts';
import { idOut, momentOrNotYet, momentOut } from '../platform/http/shapes.ts';
import { SETTINGS } from './shapes.ts';

const stateOut = z
  .object({
    checkedAt: momentOrNotYet.describe('When it was last looked at; null: never yet'),
    failingSince: momentOut.nullable().describe('Since when nothing can be fetched; null: the last look went well'),
    fault: z.string().nullable().describe('Why not, in the words of its server'),
    sendFailingSince: momentOut.nullable().describe('Since when nothing can be handed over; null: the last did'),
    sendFault: z.string().nullable().describe('Why not, in the words of its server'),
  })
  .describe('How it goes with it');

const channelShape = {
  id: idOut('channel'),
  name: z.string().describe('What people call it'),
  address: z.string().describe('What customers write to, and what answers come from'),
  centre: z
    .object({ id: idOut('centre'), name: z.string().describe('As it is called in the house') })
    .describe('Whose it is'),
  department: departmentNameOut.nullable().describe('Whose it is to answer; null: the front desk’s'),
  offAt: momentOrNotYet.describe('When it was switched off; null: it is on'),
  state: stateOut,
};

const mailboxOut = z.object({
  ...channelShape,
  kind: z.literal('mail').describe('A mailbox'),
  settings: SETTINGS.mail.describe('How it is reached; the secret is never told'),
});

const chatOut = z.object({
  ...channelShape,
  kind: z.literal('chat').describe('Live chat'),
  settings: SETTINGS.chat.describe('When somebody is there, how many at once, and what is said'),
});

const connectorOut = z.object({
  ...channelShape,
  kind: z.literal('connector').describe('A system of another’s that brings a messenger or a marketplace'),
  settings: SETTINGS.connector.describe('Where answers go; the secret is never told'),
});

const smsOut = z.object({
  ...channelShape,
  kind: z.literal('sms').describe('Text messages by a gateway'),
  settings: SETTINGS.sms.describe('How the gateway is spoken with; the secret is never told'),
});

const wechatOut = z.object({
  ...channelShape,
  kind: z.literal('wechat').describe('An official account of WeChat'),
  settings: SETTINGS.wechat.describe('Which account it is; its keys are never told'),
});

const wecomOut = z.object({
  ...channelShape,
  kind: z.literal('wecom').describe('An application of WeCom'),
  settings: SETTINGS.wecom.describe('Which application it is; its keys are never told'),
});

export const channelOut = z.discriminatedUnion('kind', [
  mailboxOut,
  chatOut,
  connectorOut,
  smsOut,
  wechatOut,
  wecomOut,
]);

export const channelAddedOut = z.object({
  id: idOut('channel'),
  secret: z
    .string()
    .nullable()
    .describe('What the other side proves itself with; told this once. null: nothing was made, or it was added before'),
});

export const channelsOut = z.object({
  items: z.array(channelOut).describe('All that are in use, the first made first'),
});

const triedOut = z.object({
  ok: z.boolean().describe('true: it let us in'),
  said: z.string().describe('What the server, or the network, said'),
});

export const testOut = z.object({
  receive: triedOut.nullable().describe('Whether anything can be fetched; null: nothing is, the other side calls here'),
  send: triedOut.describe('Whether anything can be handed over'),
});
