import { z } from 'zod';
import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import { isSame } from '../../kernel/is-same.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { id } from '../../platform/http/shapes.ts';
import { textFile } from '../../platform/http/text-file.ts';
import { channelCalled } from '../door.ts';
import type { Channel } from '../port.ts';
import { takeInSms } from './commands/take-in.ts';
import { takeSmsReport } from './commands/take-report.ts';
import type { SmsSettings } from './sms.ts';
import { saidIn, smsSettings } from './sms.ts';

const LARGEST = 64 * 1024;
const query = z
  .looseObject({ token: z.string().max(200).optional().describe('What was told when the channel was added') })
  .describe('A gateway may put what it says here, or into the body');

type Work = (context: Context, channel: Channel, settings: SmsSettings, said: unknown) => Promise<unknown>;
type Door = { name: string; path: string; summary: string; about: string; work: Work };

const DOORS: Door[] = [
  {
    name: 'TextMessage',
    path: '/hooks/:id/sms',
    summary: 'A gateway hands in a text message of a customer',
    about:
      'Read as the settings of the channel say, from the query, a form or JSON. The token goes as `token` in the address, or as a bearer token. Handed in again, it is taken in once.',
    work: takeInSms,
  },
  {
    name: 'TextMessageReport',
    path: '/hooks/:id/sms-reports',
    summary: 'A gateway says what became of a text message of ours',
    about: 'Read as the settings of the channel say. Said again, it changes nothing.',
    work: takeSmsReport,
  },
];

/** Where a gateway calls, by GET or POST as it likes. */
export function smsRoutes({ sealer }: { sealer: Sealer }): Route[] {
  return DOORS.flatMap((door) => [routeOf(sealer, door, 'POST'), routeOf(sealer, door, 'GET')]);
}

function routeOf(sealer: Sealer, { name, path, summary, about, work }: Door, method: 'GET' | 'POST'): Route {
  return edgeRoute({
    name: `${method === 'POST' ? 'handIn' : 'call'}${name}`,
    method,
    path,
    admits: 'anyone',
    outside: true,
    tag: 'Connectors',
    summary,
    about,
    params: z.object({ id: id('channel') }),
    query,
    ...(method === 'POST' ? { accepts: { bytes: LARGEST } } : {}),
    sends: 'file',
    answer: z.unknown(),
    atEdge: async (edge, given) => {
      const channel = await proven(sealer, edge, given.params.id, given.query.token);
      const settings = smsSettings.parse(channel.settings);
      const body = saidIn(given.file?.toString('utf8') ?? '');
      const said = Array.isArray(body) ? body : { ...given.query, ...(body as object) };
      await edge.transact((context) => work(context, channel, settings, said));
      return textFile('said.txt', 'text/plain; charset=utf-8', settings.reply);
    },
  });
}

/** The gateway that called, where it has the token. */
async function proven(sealer: Sealer, edge: Edge, channelId: Id<'channel'>, token: string | undefined) {
  const { channel, secret } = await channelCalled(sealer, edge, channelId, ['sms']);
  const given = token ?? /^Bearer (.+)$/.exec(edge.header('authorization') ?? '')?.[1] ?? '';
  if (!secret.hook || !isSame(given, secret.hook)) throw new NotSignedIn('hook.token_wrong');
  return channel;
}
