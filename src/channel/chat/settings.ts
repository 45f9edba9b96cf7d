import { z } from 'zod';
import { calendarChoice } from '../../commitment/rule.ts';

const said = z.strictObject({
  en: z.string().trim().max(300).describe('In English'),
  'zh-hans': z.string().trim().max(300).describe('In Simplified Chinese'),
  'zh-hant': z.string().trim().max(300).describe('In Traditional Chinese'),
});

/** How a chat is kept. */
export const chatSettings = z.strictObject({
  hours: calendarChoice.default('reception'),
  atOnce: z.number().int().min(1).max(20).default(3).describe('How many chats one of us has at once, at most'),
  acceptWithin: z
    .number()
    .int()
    .min(10)
    .max(600)
    .default(45)
    .describe('Seconds in which a chat that is offered is accepted, before the next one is asked'),
  skill: z
    .string()
    .trim()
    .max(40)
    .default('')
    .describe('Who has this among his skills is asked first; empty: nobody is preferred'),
  welcome: said
    .default({ en: '', 'zh-hans': '', 'zh-hant': '' })
    .describe('How a visitor is greeted; an empty text is not shown'),
  origins: z
    .array(z.url({ protocol: /^https?$/ }).max(200))
    .max(50)
    .default([])
    .describe('Pages elsewhere that may carry the chat, as https://shop.example; our own may always'),
});
export type ChatSettings = z.output<typeof chatSettings>;

/** Whether a page of this origin may carry the chat. */
export function mayCarry({ origins }: Pick<ChatSettings, 'origins'>, origin: string): boolean {
  return origins.some((one) => new URL(one).origin === origin);
}

/** As it stands in the row of its channel. */
export function chatSettingsOf({ settings }: { settings: unknown }): ChatSettings {
  return chatSettings.parse(settings);
}
