import type { OUTREACH_STATES } from '../../../src/outreach/outreach.ts';
import type { OutreachContact, OutreachLine } from '../../../src/outreach/view.ts';
import { CHANNEL_KINDS, KIND_FACTS } from '../../../src/channel/kinds.ts';
import { channelWords } from '../../matter/words.ts';
import { t } from '../../words/words.ts';

export const outreachStateWords = (state: (typeof OUTREACH_STATES)[number]): string => t(`outreach.state_${state}`);

/** How many are behind it, whatever became of them. */
export function progressWords({ customers, counts }: OutreachLine): string {
  return t('outreach.progress', { done: customers - counts.waiting, all: customers });
}

/** How it stands with one of them: what the other side said of a message counts more than that it was written. */
export function contactStateWords({ state, message }: OutreachContact): string {
  if (message?.answeredAt) return t('outreach.answered');
  if (message && ['failed', 'bounced', 'recalled'].includes(message.state)) return t('outreach.sent_not');
  return t(`outreach.contact_${state}`);
}

/** A sort of channel or a channel of the history, by one name. */
export function byWords(by: string): string {
  const kind = CHANNEL_KINDS.find((one) => one === by);
  return channelWords(kind ? (KIND_FACTS[kind].touch ?? 'other') : by);
}
