import type { Id } from '../kernel/id.ts';
import type { Clock, Epoch } from '../kernel/time.ts';
import { epochOf, MINUTE } from '../kernel/time.ts';
import { system as nobody } from '../organisation/can.ts';
import type { Context, Organisation, Reaction, Signals } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Packet } from '../platform/telephone/ami-lines.ts';
import { valueOf } from '../platform/telephone/ami-lines.ts';
import type { Ami } from '../platform/telephone/ami.ts';
import { keepStates } from './commands/keep-states.ts';
import type { System } from './commands/take-in-calls.ts';
import { takeInCalls } from './commands/take-in-calls.ts';
import { follow } from './follow.ts';
import { noteLook } from './look.ts';
import type { Members } from './members.ts';
import { noteMember } from './members.ts';
import { momentOf, noteAmi } from './note-ami.ts';
import { noteAri } from './note-ari.ts';
import type { Notes } from './notes.ts';
import { addTo } from './notes.ts';

export type ListeningParts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  announce(organisation: Organisation, signals: Signals): void;
};

/** What a node knows of an exchange while it holds its line. */
export type Listening = ListeningParts & {
  organisation: Organisation;
  system: System;
  /** How far the exchange's clock is behind ours, in milliseconds. */
  skew: number;
  notes: Notes;
  members: Members;
  /** What was taken in of each call, by its key: what has not changed since is not written again. */
  taken: Map<string, string>;
  /** Endpoints whose state was told since it was last taken in. */
  stirred: Set<string>;
};

/** An ended call is remembered so long: what is told of it late changes nothing. */
const REMEMBERED = 5 * MINUTE;

export function noteEvent(listening: Listening, src: 'ami' | 'ari', event: unknown): void {
  const now = theirNow(listening);
  if (src === 'ari') return noteAri(listening.notes, event, now);
  const packet = event as Packet;
  noteAmi(listening.notes, packet, now);
  const whose = noteMember(listening.members, packet, now);
  if (whose) listening.stirred.add(whose);
}

/** ARI says nothing of what it silences: whoever asked for it notes it. */
export function noteLiveMute(listening: Listening, recording: string, on: boolean): void {
  for (const channel of listening.notes.values())
    if (channel.recording === recording) addTo(channel.mutes, `ari ${on ? 'on' : 'off'} ${theirNow(listening)}`);
}

function theirNow({ clock, skew }: Listening): Epoch {
  return epochOf(clock.now()) - skew;
}

/** What time it is there, by what it answers. */
export async function skewOf(ami: Ami, clock: Clock): Promise<number> {
  const theirs = momentOf(await ami.ask({ Action: 'Ping' }));
  return theirs === null ? 0 : epochOf(clock.now()) - theirs;
}

/** Looks at what stands: what happened while nobody listened is made good. */
export async function lookAround(listening: Listening, ami: Ami): Promise<void> {
  const known = new Set(listening.notes.keys());
  const channels = await ami.list({ Action: 'CoreShowChannels' }, 'CoreShowChannelsComplete');
  const queues = await ami.list({ Action: 'QueueStatus' }, 'QueueStatusComplete');
  const waiting = queues.filter((event) => valueOf(event, 'Event') === 'QueueEntry');
  noteLook(listening.notes, { at: theirNow(listening), channels, waiting }, known);
  for (const event of queues) {
    const whose = noteMember(listening.members, event, theirNow(listening));
    if (whose) listening.stirred.add(whose);
  }
}

/** Takes in whatever changed since the last time, in one transaction. */
export async function takeInNews(listening: Listening): Promise<void> {
  const { database, clock, react, announce, organisation, system, notes, taken } = listening;
  const agents = await database.read(organisation.schema, (tx) => endpointsOf(tx, system.id));
  const all = follow(notes, agents).map((one) => ({ ...one, said: JSON.stringify(one.call) }));
  const news = all.filter(({ call, said }) => taken.get(call.key) !== said);
  const stirred = [...listening.stirred];
  if (news.length > 0 || stirred.length > 0) {
    const signals = await database.transact(organisation.schema, async (tx) => {
      const signalled = noSignals();
      const context: Context = {
        tx,
        now: clock.now(),
        actor: nobody,
        organisation,
        signals: signalled,
        react,
        depth: 0,
      };
      await takeInCalls(context, system, news, listening.skew);
      await keepStates(context, system, listening.members, stirred, listening.skew);
      return signalled;
    });
    for (const { call, said } of news) taken.set(call.key, said);
    for (const one of stirred) listening.stirred.delete(one);
    announce(organisation, signals);
  }
  forgetEnded(listening, all);
}

async function endpointsOf(tx: Context['tx'], systemId: Id<'telephone_system'>): Promise<Set<string>> {
  const rows = await tx.selectFrom('extension').select('endpoint').where('system_id', '=', systemId).execute();
  return new Set(rows.map(({ endpoint }) => endpoint));
}

function forgetEnded({ notes, taken, ...listening }: Listening, all: ReturnType<typeof follow>): void {
  const before = theirNow({ notes, taken, ...listening }) - REMEMBERED;
  for (const { call, notes: channels } of all)
    if (call.endedAt !== null && call.endedAt < before) {
      taken.delete(call.key);
      for (const { id } of channels) notes.delete(id);
    }
}
