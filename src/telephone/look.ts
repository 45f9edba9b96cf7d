import type { Epoch } from '../kernel/time.ts';
import { SECOND } from '../kernel/time.ts';
import type { AmiEvent } from './note-ami.ts';
import { identify, text } from './note-ami.ts';
import type { Notes } from './notes.ts';
import { notesOf, see, seeIn, smaller } from './notes.ts';

/** What stands at a moment: the answers to `CoreShowChannels` and `QueueStatus`. */
export type Look = { at: Epoch; channels: readonly AmiEvent[]; waiting: readonly AmiEvent[] };

/**
 * Reconciles what is noted with what stands, after a break: channels begun meanwhile are noted with what a look can tell, those that
 * are there no more have ended. `asked`: the channels known when the look was asked for; one that came since is not missing.
 */
export function noteLook(notes: Notes, { at, channels, waiting }: Look, asked: ReadonlySet<string>): void {
  const standing = new Set<string>();
  for (const event of channels) {
    const id = text(event, 'Uniqueid');
    if (id === undefined) continue;
    standing.add(id);
    const channel = notesOf(notes, id);
    identify(channel, event, '');
    see(channel.began, 'look', at - lasting(text(event, 'Duration')));
    channel.number = smaller(channel.number, text(event, 'CallerIDNum'));
    if (text(event, 'Application') === 'Queue')
      channel.queue = smaller(channel.queue, text(event, 'ApplicationData')?.split(',')[0]);
    const bridge = text(event, 'BridgeId');
    if (bridge && text(event, 'Application') !== 'Stasis') seeIn(channel.entered, bridge, 'look', at);
  }
  for (const event of waiting) {
    const id = text(event, 'Uniqueid');
    if (id === undefined) continue;
    const channel = notesOf(notes, id);
    channel.queue = smaller(channel.queue, text(event, 'Queue'));
    see(channel.joined, 'look', at - Number(text(event, 'Wait') ?? 0) * SECOND);
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
