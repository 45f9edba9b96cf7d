import { z } from 'zod';
import { chatSettings } from './chat/settings.ts';
import { connectorName, connectorSettings } from './connector/connector.ts';
import type { ChannelKind } from './kinds.ts';
import { mailSettings } from './settings.ts';
import { smsSettings } from './sms/sms.ts';
import { wechatSettings, wecomSettings } from './wechat/wechat.ts';
import { line } from '../platform/http/shapes.ts';

const mailAddress = z
  .email()
  .max(254)
  .transform((text) => text.trim())
  .describe('What customers write to, and what answers come from');

const accountName = line.describe('The account or application, as customers know it');
const smsNumber = line.describe('The number or sign that customers see');

/** What each sort of channel is set to, and what its address is. */
export const SETTINGS = {
  mail: mailSettings,
  chat: chatSettings,
  connector: connectorSettings,
  sms: smsSettings,
  wechat: wechatSettings,
  wecom: wecomSettings,
} as const satisfies Record<ChannelKind, z.ZodType>;
export const ADDRESSES = {
  mail: mailAddress,
  // what stands for it is its centre: nobody changes that
  chat: z.never(),
  connector: connectorName,
  sms: smsNumber,
  wechat: accountName,
  wecom: accountName,
} as const satisfies Record<ChannelKind, z.ZodType>;
