import type { Epoch } from '../kernel/time.ts';
import { SECOND } from '../kernel/time.ts';
import type { Packet } from '../platform/telephone/ami-lines.ts';
import { valueOf } from '../platform/telephone/ami-lines.ts';
import { identify } from './note-ami.ts';
import type { Notes } from './notes.ts';
import { notesOf, see, seeIn, smaller } from './notes.ts';

/** What stands at a moment: the answers to `CoreShowChannels` and `QueueStatus`. */
export type Look = { at: Epoch; channels: readonly Packet[]; waiting: readonly Packet[] };

/**
 * Reconciles what is noted with what stands, after a break: channels begun meanwhile are noted with what a look can tell, those that
 * are there no more have ended. `asked`: the channels known when the look was asked for; one that came since is not missing.
 */
export function noteLook(notes: Notes, { at, channels, waiting }: Look, asked: ReadonlySet<string>): void {
  const standing = new Set<string>();
  for (const event of channels) {
    const id = valueOf(event, 'Uniqueid');
    if (id === undefined) continue;
    standing.add(id);
    const channel = notesOf(notes, id);
    identify(channel, event, '');
    see(channel.began, 'look', at - lasting(valueOf(event, 'Duration')));
    channel.number = smaller(channel.number, valueOf(event, 'CallerIDNum'));
    if (valueOf(event, 'Application') === 'Queue')
      channel.queue = smaller(channel.queue, valueOf(event, 'ApplicationData')?.split(',')[0]);
    const bridge = valueOf(event, 'BridgeId');
    if (bridge && valueOf(event, 'Application') !== 'Stasis') seeIn(channel.entered, bridge, 'look', at);
  }
  for (const event of waiting) {
    const id = valueOf(event, 'Uniqueid');
    if (id === undefined) continue;
    const channel = notesOf(notes, id);
    channel.queue = smaller(channel.queue, valueOf(event, 'Queue'));
    see(channel.joined, 'look', at - Number(valueOf(event, 'Wait') ?? 0) * SECOND);
  }
  for (const id of asked) {
    const channel = notes.get(id);
    if (channel && !standing.has(id) && Object.keys(channel.ended).length === 0) channel.gone ??= at;
  }
}

/** `00:01:05` in milliseconds. */
function lasting(duration: string | undefined): number {
  const [hours = 0, minutes = 0, seconds = 0] = (duration ?? '').split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * SECOND || 0;
}
