import type { Epoch } from '../kernel/time.ts';
import type { Packet } from '../platform/telephone/ami-lines.ts';
import { valueOf } from '../platform/telephone/ami-lines.ts';
import type { ChannelNotes, Notes } from './notes.ts';
import { addTo, notesOf, see, seeIn, seeLast, smaller } from './notes.ts';

/** Its own moment; null where it carries none (`timestampevents` is off). */
export function momentOf(event: Packet): Epoch | null {
  const seconds = Number(valueOf(event, 'Timestamp'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds * 1_000) : null;
}

type Told = { event: Packet; at: Epoch; channel: ChannelNotes; notes: Notes };
type Noting = (told: Told) => void;

/** What is noted of an event about one channel. What is not named here says nothing of a call. */
const NOTING: Record<string, Noting> = {
  Newchannel: ({ event, at, channel }) => {
    see(channel.began, 'ami', at);
    channel.number = smaller(channel.number, valueOf(event, 'CallerIDNum'));
    channel.line = smaller(channel.line, valueOf(event, 'Exten'));
  },
  QueueCallerJoin: ({ event, at, channel }) => {
    see(channel.joined, 'ami', at);
    channel.queue = smaller(channel.queue, valueOf(event, 'Queue'));
  },
  AgentConnect: (told) => {
    const other = dialled(told);
    if (other) see(other.connected, 'ami', told.at);
  },
  DialEnd: (told) => {
    const status = valueOf(told.event, 'DialStatus');
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
    channel.cause ??= Number(valueOf(event, 'Cause') ?? 0);
  },
  UserEvent: ({ event, channel }) => {
    if (valueOf(event, 'UserEvent') === 'QueueLeft')
      channel.leftQueue = smaller(channel.leftQueue, valueOf(event, 'Status'));
  },
  Hold: ({ at, channel }) => addTo(channel.holds, `ami on ${at}`),
  Unhold: ({ at, channel }) => addTo(channel.holds, `ami off ${at}`),
  MixMonitorMute: ({ event, at, channel }) =>
    addTo(channel.mutes, `ami ${valueOf(event, 'State') === '1' ? 'on' : 'off'} ${at}`),
  VarSet: ({ event, channel }) => {
    if (valueOf(event, 'Variable') === 'MIXMONITOR_FILENAME')
      channel.recording = smaller(channel.recording, valueOf(event, 'Value'));
  },
};

/** Events that say of whom they tell in words of their own. */
const ABOUT: Record<string, (notes: Notes, event: Packet, at: Epoch) => void> = {
  DialBegin: noteDial,
  AgentCalled: noteDial,
  BlindTransfer: (notes, event, at) =>
    noteTransfer(notes, valueOf(event, 'TransfererUniqueid'), 'blind', valueOf(event, 'Extension'), at),
  AttendedTransfer: (notes, event, at) => {
    const to = valueOf(event, 'SecondTransfererConnectedLineNum');
    noteTransfer(notes, valueOf(event, 'OrigTransfererUniqueid'), 'attended', to, at);
  },
};

/** Notes one event. `now` stands in where it carries no moment of its own. */
export function noteAmi(notes: Notes, event: Packet, now: Epoch): void {
  const name = valueOf(event, 'Event') ?? '';
  const at = momentOf(event) ?? now;
  const about = ABOUT[name];
  if (about) return about(notes, event, at);
  const id = valueOf(event, 'Uniqueid') ?? (name === 'DialEnd' ? valueOf(event, 'DestUniqueid') : undefined);
  const noting = NOTING[name];
  if (!noting || id === undefined) return;
  const channel = notesOf(notes, id);
  if (valueOf(event, 'Uniqueid') !== undefined) identify(channel, event, '');
  noting({ event, at, channel, notes });
}

/** Which channel it is, and to which call it belongs. */
export function identify(channel: ChannelNotes, event: Packet, prefix: '' | 'Dest'): void {
  channel.name = smaller(channel.name, valueOf(event, `${prefix}Channel`));
  const linked = valueOf(event, `${prefix}Linkedid`);
  if (linked) addTo(channel.linked, linked);
}

function dialled({ event, notes }: Told): ChannelNotes | null {
  const id = valueOf(event, 'DestUniqueid');
  if (id === undefined) return null;
  const other = notesOf(notes, id);
  identify(other, event, 'Dest');
  return other;
}

function noteDial(notes: Notes, event: Packet, at: Epoch): void {
  const id = valueOf(event, 'DestUniqueid');
  if (id === undefined) return;
  const other = notesOf(notes, id);
  identify(other, event, 'Dest');
  see(other.rang, 'ami', at);
  const by = valueOf(event, 'Uniqueid');
  if (by === undefined) other.originated = true;
  else {
    const caller = notesOf(notes, by);
    identify(caller, event, '');
    if (valueOf(event, 'Event') === 'AgentCalled') caller.queue = smaller(caller.queue, valueOf(event, 'Queue'));
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
function talkIn(event: Packet): string | undefined {
  return valueOf(event, 'BridgeType') === 'holding' || valueOf(event, 'BridgeTechnology') === 'holding_bridge'
    ? undefined
    : valueOf(event, 'BridgeUniqueid');
}
