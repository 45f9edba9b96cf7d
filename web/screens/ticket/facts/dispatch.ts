import { IconSend } from '@tabler/icons-react';
import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';
import type { Entry, Telling, Tellings } from './entry.ts';

const telling = (words: PlainKey): Telling => ({
  fold: 'work',
  icon: IconSend,
  side: 'inside',
  what: () => t(words),
  leadsTo: ({ subject }: Entry) => subject,
});

/** Orders given to people in an emergency, and what became of each. */
export const dispatchTellings: Tellings = {
  'dispatch.given': telling('event.dispatch_given'),
  'dispatch.taken': telling('event.dispatch_taken'),
  'dispatch.declined': telling('event.dispatch_declined'),
  'dispatch.done': telling('event.dispatch_done'),
  'dispatch.recalled': telling('event.dispatch_recalled'),
};
