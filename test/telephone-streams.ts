import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packet } from '../src/platform/telephone/ami-lines.ts';
import { noteAmi } from '../src/telephone/note-ami.ts';
import { noteAri } from '../src/telephone/note-ari.ts';
import type { Look } from '../src/telephone/look.ts';
import type { Notes } from '../src/telephone/notes.ts';

/** Event streams of a real Asterisk, recorded with the traps they taught; they lie beside the project. */
const FOLDER = join(import.meta.dirname, '../../shared/fixtures/telephony');

export const noStreams = existsSync(FOLDER) ? false : 'the streams of ../shared/fixtures/telephony are not here';

export const STREAMS = [
  'queue-answered',
  'queue-abandoned',
  'queue-timeout-no-agents',
  'queue-ring-no-answer-next-agent',
  'queue-agent-rejects-then-answers',
  'queue-agent-bye',
  'queue-agent-hung-up-by-ami',
  'transfer-blind-refer',
  'transfer-blind-ami',
  'transfer-attended-ami',
  'queue-recorded-mixmonitor',
  'ari-controlled-call-recorded',
  'click-to-dial-ami',
  'agent-login-pause-logout',
] as const;
export type StreamName = (typeof STREAMS)[number];

export type Told = { src: 'ami' | 'ari'; event: Packet };

/** What came, in the order in which it came; answers to actions and notes of the driver left out. */
export function stream(name: StreamName): Told[] {
  return readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told)
    .filter(({ src, event }) => src === 'ari' || (src === 'ami' && 'Event' in event));
}

export function tell(notes: Notes, told: readonly Told[]): void {
  for (const { src, event } of told)
    if (src === 'ami') noteAmi(notes, event, 0);
    else noteAri(notes, event, 0);
}

/** Both streams in another order, each in its own; the streams' order of arrival is chance, theirs within is not. */
export function interleaved(told: readonly Told[], chance: () => number): Told[] {
  const [ami, ari] = (['ami', 'ari'] as const).map((of) => told.filter(({ src }) => src === of));
  const mixed: Told[] = [];
  while (ami!.length + ari!.length > 0) {
    const from =
      ari!.length === 0 || (ami!.length > 0 && chance() < ami!.length / (ami!.length + ari!.length)) ? ami : ari;
    mixed.push(from!.shift()!);
  }
  return mixed;
}

/** Some of it told again later. */
export function repeated(told: readonly Told[], chance: () => number): Told[] {
  const again = told.flatMap((one) => (chance() < 0.2 ? [one] : []));
  return [...told, ...again];
}

type Standing = Record<string, string>;

/** What Asterisk would answer to `CoreShowChannels` and `QueueStatus` after so much of a stream. */
export function lookAfter(told: readonly Told[]): Look {
  const channels = new Map<string, Standing>();
  const waiting = new Map<string, Standing>();
  let at = 0;
  for (const { event } of told.filter(({ src }) => src === 'ami')) {
    const { Event: name, Uniqueid: id = '', Timestamp: moment } = event as Standing;
    at = Math.floor(Number(moment) * 1_000);
    if (name === 'Newchannel') channels.set(id, { ...(event as Standing), Began: String(at) });
    const channel = channels.get(id);
    if (name === 'Hangup') channels.delete(id);
    if (name === 'Newexten' && channel)
      Object.assign(channel, { Application: event['Application'], ApplicationData: event['AppData'] });
    if (name === 'BridgeEnter' && channel) channel['BridgeId'] = event['BridgeUniqueid'] as string;
    if (name === 'BridgeLeave' && channel) delete channel['BridgeId'];
    if (name === 'QueueCallerJoin') waiting.set(id, { ...(event as Standing), Began: String(at) });
    if (name === 'QueueCallerLeave') waiting.delete(id);
  }
  const span = (began: string | undefined): number => Math.floor((at - Number(began)) / 1_000);
  return {
    at,
    channels: [...channels.values()].map(({ Began, ...one }) => ({
      ...one,
      Event: 'CoreShowChannel',
      Duration: `00:00:${String(span(Began)).padStart(2, '0')}`,
    })),
    waiting: [...waiting.values()].map(({ Began, ...one }) => ({
      ...one,
      Event: 'QueueEntry',
      Wait: String(span(Began)),
    })),
  };
}
