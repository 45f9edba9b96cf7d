import { z } from 'zod';
import type { Epoch } from '../kernel/time.ts';
import { epochOf, instant } from '../kernel/time.ts';
import { noteTransfer } from './note-ami.ts';
import type { ChannelNotes, Notes } from './notes.ts';
import { addTo, notesOf, see, seeIn, seeLast, smaller } from './notes.ts';

const channelShape = z.object({
  id: z.string(),
  name: z.string().optional(),
  caller: z.object({ number: z.string() }).partial().optional(),
  connected: z.object({ number: z.string() }).partial().optional(),
  dialplan: z.object({ exten: z.string(), app_name: z.string(), app_data: z.string() }).partial().optional(),
});
type Channel = z.output<typeof channelShape>;

/** What is read of an event of ARI; whatever else it carries is let be. */
const eventShape = z.object({
  type: z.string(),
  timestamp: z.string().optional(),
  channel: channelShape.optional(),
  caller: channelShape.optional(),
  peer: channelShape.optional(),
  transferer_first_leg: channelShape.optional(),
  transferer_second_leg: channelShape.optional(),
  bridge: z.object({ id: z.string(), bridge_type: z.string(), channels: z.array(z.string()) }).optional(),
  recording: z.object({ name: z.string(), target_uri: z.string() }).optional(),
  userevent: z.record(z.string(), z.unknown()).optional(),
  dialstatus: z.string().optional(),
  cause: z.number().optional(),
  soft: z.boolean().optional(),
  exten: z.string().optional(),
  variable: z.string().optional(),
  value: z.string().optional(),
});
type AriEvent = z.output<typeof eventShape>;
type Told = { event: AriEvent; at: Epoch; channel: ChannelNotes; notes: Notes };

const NOTING: Record<string, (told: Told) => void> = {
  ChannelCreated: ({ event, at, channel }) => {
    see(channel.began, 'ari', at);
    channel.number = smaller(channel.number, event.channel?.caller?.number);
    channel.line = smaller(channel.line, event.channel?.dialplan?.exten);
  },
  ChannelEnteredBridge: ({ event, at, channel }) => {
    if (!event.bridge || event.bridge.bridge_type === 'holding') return;
    seeIn(channel.entered, event.bridge.id, 'ari', at);
    // those who talk belong to one call, whoever dialled whom
    for (const other of event.bridge.channels) addTo(channel.linked, other);
  },
  ChannelLeftBridge: ({ event, at, channel }) => {
    if (event.bridge && event.bridge.bridge_type !== 'holding')
      seeLast((channel.left[event.bridge.id] ??= {}), 'ari', at);
  },
  ChannelHangupRequest: ({ event, at, channel }) => {
    if (event.soft !== true) see(channel.phoneHungUp, 'ari', at);
  },
  ChannelDestroyed: ({ event, at, channel }) => {
    see(channel.ended, 'ari', at);
    channel.cause ??= event.cause ?? 0;
  },
  ChannelUserevent: ({ event, channel }) => {
    const { eventname, Status: status } = event.userevent ?? {};
    if (eventname === 'QueueLeft' && typeof status === 'string') channel.leftQueue = smaller(channel.leftQueue, status);
  },
  ChannelHold: ({ at, channel }) => addTo(channel.holds, `ari on ${at}`),
  ChannelUnhold: ({ at, channel }) => addTo(channel.holds, `ari off ${at}`),
  ChannelVarset: ({ event, channel }) => {
    if (event.variable === 'MIXMONITOR_FILENAME') channel.recording = smaller(channel.recording, event.value);
  },
  BridgeBlindTransfer: ({ event, at, channel, notes }) =>
    noteTransfer(notes, channel.id, 'blind', event.exten, at, 'ari'),
};

/** Notes one event of ARI as its web socket sent it; what is none is let be. */
export function noteAri(notes: Notes, raw: unknown, now: Epoch): void {
  const read = eventShape.safeParse(raw);
  if (!read.success) return;
  const event = read.data;
  const at = event.timestamp ? epochOf(instant(event.timestamp.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))) : now;
  if (event.type === 'Dial') return noteDial(notes, event, at);
  if (event.type === 'BridgeAttendedTransfer') {
    const to = event.transferer_second_leg?.connected?.number;
    return noteTransfer(notes, event.transferer_first_leg?.id, 'attended', to, at, 'ari');
  }
  if (event.recording) return noteRecording(notes, event.recording);
  const noting = NOTING[event.type];
  if (noting && event.channel) noting({ event, at, channel: identified(notes, event.channel), notes });
}

function identified(notes: Notes, told: Channel): ChannelNotes {
  const channel = notesOf(notes, told.id);
  channel.name = smaller(channel.name, told.name);
  if (told.dialplan?.app_name === 'Queue')
    channel.queue = smaller(channel.queue, told.dialplan.app_data?.split(',')[0]);
  return channel;
}

function noteDial(notes: Notes, { caller, peer, dialstatus }: AriEvent, at: Epoch): void {
  if (!peer) return;
  const other = identified(notes, peer);
  see(other.rang, 'ari', at);
  if (caller) addTo(other.linked, identified(notes, caller).id);
  else other.originated = true;
  if (dialstatus && dialstatus !== 'RINGING') seeIn(other.dialEnds, dialstatus, 'ari', at);
}

/** A recording of a bridge is told twice, and belongs to whoever talks there: kept with each. */
function noteRecording(notes: Notes, { name, target_uri: target }: { name: string; target_uri: string }): void {
  const [sort, id] = target.split(/:(.*)/s);
  for (const channel of notes.values())
    if (sort === 'bridge' ? (id ?? '') in channel.entered : channel.id === id)
      channel.recording = smaller(channel.recording, name);
}
