import { z } from 'zod';
import { line } from '../../platform/http/shapes.ts';

/** What stands for what in a template. */
const PLACES = ['to', 'local', 'text', 'id', 'secret'] as const;
type Values = Record<(typeof PLACES)[number], string>;
const PLACE = /\{(to|local|text|id|secret)\}/g;

/** Where a value lies in what a gateway says: `data.id`, `0.mobile`. */
const path = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\w-]*(\.[\w-]+)*$/);

/** How a gateway is asked to send, and how what it calls back with is read. */
export const smsSettings = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .describe('Where the gateway takes messages'),
    format: z.enum(['json', 'form']).describe('json, or a form as a browser sends it'),
    template: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .describe(
        'The body, with {to} (the number with its country), {local} (as it is dialled here), {text}, {id} (ours) and {secret}; values are escaped as the format asks for',
      ),
    headers: z
      .record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/), z.string().max(500))
      .default({})
      .describe('Headers besides; {secret} stands for the secret here too'),
    accepted: z
      .strictObject({
        path: path.describe('Where the word lies, such as `code`'),
        value: z.string().max(100).describe('The word that means yes'),
      })
      .nullable()
      .default(null)
      .describe('Where its answer says that it took the message, and with which word; null: any 2xx does'),
    reference: path
      .default('')
      .describe('Where its answer has its own id of the message; empty: it reports under ours'),
    incoming: z
      .strictObject({
        from: path.describe('Where the number of who wrote lies'),
        text: path.describe('Where his words lie'),
        id: path.describe('Where the gateway’s own id of the message lies; empty: it has none'),
      })
      .describe('Where a message of a customer says who wrote, what, and under which id (empty: it has none)'),
    report: z
      .strictObject({
        message: path.describe('Where the id of the message lies: the gateway’s own, or ours'),
        state: path.describe('Where its state lies'),
        delivered: line.describe('The word that means delivered; any other means that it failed'),
        fault: path.describe('Where the reason lies; empty: it gives none'),
      })
      .describe('Where a report names the message and its state, which state means delivered, and where the reason is'),
    reply: z.string().max(200).default('OK').describe('What it wants to hear when it calls'),
  })
  .refine(({ format, template }) => format === 'form' || isJson(filled(template, SAMPLE, asJson)), {
    message: 'no JSON',
    path: ['template'],
  });
export type SmsSettings = z.output<typeof smsSettings>;

const SAMPLE: Values = { to: '+8613800000000', local: '13800000000', text: '"', id: 'x', secret: '"' };

const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function filled(template: string, values: Values, escape: (value: string) => string): string {
  return template.replaceAll(PLACE, (_, place: keyof Values) => escape(values[place]));
}

/** What is posted for one message. No value can become more of the body than a value. */
export function requestOf({ format, template, headers }: SmsSettings, values: Values) {
  const type = format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const plain = (value: string) => value.replaceAll(/[\r\n\0]/g, '');
  return {
    body: filled(template, values, format === 'json' ? asJson : encodeURIComponent),
    headers: {
      'content-type': type,
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, values, plain)])),
    },
  };
}

/** What a gateway said, whichever way: JSON, or a form. */
export function saidIn(text: string): unknown {
  if (isJson(text)) return JSON.parse(text);
  return Object.fromEntries(new URLSearchParams(text));
}

/** The text at a path of it; empty: there is none. */
export function textAt(said: unknown, at: string): string {
  if (at === '') return '';
  let value = said;
  for (const key of at.split('.'))
    value = Object(value) === value ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Words by which somebody says that he wants no more text messages, and that he wants them again. */
const STOP = /^(?:stop|stopall|unsubscribe|quit|td|t|n|退订|退訂|取消订阅|取消訂閱|拒收)$/i;
const START = /^(?:start|unstop|subscribe|订阅|訂閱|恢复|恢復)$/i;

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s"'“”「」.。!]/g, '');
export const saysStop = (text: string): boolean => STOP.test(bare(text));
export const saysStart = (text: string): boolean => START.test(bare(text));
