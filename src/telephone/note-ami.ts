import type { Epoch } from '../kernel/time.ts';
import type { ChannelNotes, Notes } from './notes.ts';
import { addTo, notesOf, see, seeIn, seeLast, smaller } from './notes.ts';

/** An event of AMI as it came: every value is a text, a key that comes twice is a list. */
export type AmiEvent = Readonly<Record<string, string | readonly string[] | undefined>>;

export function text(event: AmiEvent, key: string): string | undefined {
  const value = event[key];
  const one = typeof value === 'string' ? value : value?.[0];
  return one === undefined || one === '<unknown>' ? undefined : one;
}

/** Its own moment; null where it carries none (`timestampevents` is off). */
export function momentOf(event: AmiEvent): Epoch | null {
  const seconds = Number(text(event, 'Timestamp'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds * 1_000) : null;
}

type Told = { event: AmiEvent; at: Epoch; channel: ChannelNotes; notes: Notes };
type Noting = (told: Told) => void;

/** What is noted of an event about one channel. What is not named here says nothing of a call. */
const NOTING: Record<string, Noting> = {
  Newchannel: ({ event, at, channel }) => {
    see(channel.began, 'ami', at);
    channel.number = smaller(channel.number, text(event, 'CallerIDNum'));
    channel.line = smaller(channel.line, text(event, 'Exten'));
  },
  QueueCallerJoin: ({ event, at, channel }) => {
    see(channel.joined, 'ami', at);
    channel.queue = smaller(channel.queue, text(event, 'Queue'));
  },
  AgentConnect: (told) => {
    const other = dialled(told);
    if (other) see(other.connected, 'ami', told.at);
  },
  DialEnd: (told) => {
    const status = text(told.event, 'DialStatus');
    const other = dialled(told);
    if (status && other) seeIn(other.dialEnds, status, 'ami', told.at);
  },
  BridgeEnter: ({ event, at, channel }) => {
    const bridge = talkIn(event);
    if (bridge) seeIn(channel.entered, bridge, 'ami', at);
  },
  BridgeLeave: ({ event, at, channel }) => {
    const bridge = talkIn(event);
    if (bridge) seeLast((channel.left[bridge] ??= {}), 'ami', at);
  },
  HangupRequest: ({ at, channel }) => void see(channel.phoneHungUp, 'ami', at),
  Hangup: ({ event, at, channel }) => {
    see(channel.ended, 'ami', at);
    channel.cause ??= Number(text(event, 'Cause') ?? 0);
  },
  UserEvent: ({ event, channel }) => {
    if (text(event, 'UserEvent') === 'QueueLeft') channel.leftQueue = smaller(channel.leftQueue, text(event, 'Status'));
  },
  Hold: ({ at, channel }) => addTo(channel.holds, `ami on ${at}`),
  Unhold: ({ at, channel }) => addTo(channel.holds, `ami off ${at}`),
  MixMonitorMute: ({ event, at, channel }) =>
    addTo(channel.mutes, `ami ${text(event, 'State') === '1' ? 'on' : 'off'} ${at}`),
  VarSet: ({ event, channel }) => {
    if (text(event, 'Variable') === 'MIXMONITOR_FILENAME')
      channel.recording = smaller(channel.recording, text(event, 'Value'));
  },
};

/** Events that say of whom they tell in words of their own. */
const ABOUT: Record<string, (notes: Notes, event: AmiEvent, at: Epoch) => void> = {
  DialBegin: noteDial,
  AgentCalled: noteDial,
  BlindTransfer: (notes, event, at) =>
    noteTransfer(notes, text(event, 'TransfererUniqueid'), 'blind', text(event, 'Extension'), at),
  AttendedTransfer: (notes, event, at) => {
    const to = text(event, 'SecondTransfererConnectedLineNum');
    noteTransfer(notes, text(event, 'OrigTransfererUniqueid'), 'attended', to, at);
  },
};

/** Notes one event. `now` stands in where it carries no moment of its own. */
export function noteAmi(notes: Notes, event: AmiEvent, now: Epoch): void {
  const name = text(event, 'Event') ?? '';
  const at = momentOf(event) ?? now;
  const about = ABOUT[name];
  if (about) return about(notes, event, at);
  const id = text(event, 'Uniqueid') ?? (name === 'DialEnd' ? text(event, 'DestUniqueid') : undefined);
  const noting = NOTING[name];
  if (!noting || id === undefined) return;
  const channel = notesOf(notes, id);
  if (text(event, 'Uniqueid') !== undefined) identify(channel, event, '');
  noting({ event, at, channel, notes });
}

/** Which channel it is, and to which call it belongs. */
export function identify(channel: ChannelNotes, event: AmiEvent, prefix: '' | 'Dest'): void {
  channel.name = smaller(channel.name, text(event, `${prefix}Channel`));
  const linked = text(event, `${prefix}Linkedid`);
  if (linked) addTo(channel.linked, linked);
}

function dialled({ event, notes }: Told): ChannelNotes | null {
  const id = text(event, 'DestUniqueid');
  if (id === undefined) return null;
  const other = notesOf(notes, id);
  identify(other, event, 'Dest');
  return other;
}

function noteDial(notes: Notes, event: AmiEvent, at: Epoch): void {
  const id = text(event, 'DestUniqueid');
  if (id === undefined) return;
  const other = notesOf(notes, id);
  identify(other, event, 'Dest');
  see(other.rang, 'ami', at);
  const by = text(event, 'Uniqueid');
  if (by === undefined) other.originated = true;
  else {
    const caller = notesOf(notes, by);
    identify(caller, event, '');
    if (text(event, 'Event') === 'AgentCalled') caller.queue = smaller(caller.queue, text(event, 'Queue'));
  }
}

export function noteTransfer(
  notes: Notes,
  by: string | undefined,
  kind: 'blind' | 'attended',
  to: string | undefined,
  at: Epoch,
  source: 'ami' | 'ari' = 'ami',
): void {
  if (by === undefined || to === undefined) return;
  const channel = notesOf(notes, by);
  channel.transfer ??= { kind, to, at: {} };
  see(channel.transfer.at, source, at);
}

/** The bridge in which two talk; none for a waiting room, where many stand without hearing each other. */
function talkIn(event: AmiEvent): string | undefined {
  return text(event, 'BridgeType') === 'holding' || text(event, 'BridgeTechnology') === 'holding_bridge'
    ? undefined
    : text(event, 'BridgeUniqueid');
}
