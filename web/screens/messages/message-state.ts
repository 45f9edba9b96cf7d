import { MINUTE, ms, nowMs, spoken } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Message } from './conversation-view.ts';

type Standing = { tone: 'soon' | 'late' | 'wait' | 'run'; words: string };

/** What is not plainly a message that came or went: what it is, and what to do about it. */
export function stateWords(message: Message): Standing | null {
  if (message.direction === 'in') return ofTheirs(message.sort);
  return message.direction === 'out' ? ofOurs(message) : null;
}

function ofTheirs(sort: Message['sort']): Standing | null {
  if (sort === 'message') return null;
  return { tone: sort === 'unreadable' ? 'soon' : 'wait', words: t(`messages.sort_${sort}`) };
}

function ofOurs({ state, sendAt, fault }: Message): Standing | null {
  if (state === 'failed' || state === 'bounced') return { tone: 'late', words: t(`messages.state_${state}`) };
  if (state === 'recalled') return { tone: 'soon', words: t('messages.state_recalled') };
  if (state !== 'waiting') return null;
  const at = spoken(sendAt ?? '');
  if (fault !== null && sendAt) return { tone: 'soon', words: t('messages.state_trying', { at }) };
  const left = sendAt === null ? 0 : ms(sendAt) - nowMs();
  if (left <= 0) return { tone: 'wait', words: t('messages.state_going') };
  return { tone: 'wait', words: left < MINUTE ? t('messages.state_soon') : t('messages.state_waiting', { at }) };
}

/** What WeChat means by what it says most often. */
const KNOWN = { '45015': 'messages.fault_late', '45047': 'messages.fault_many' } as const;

/** Why it could not go: in the other side's words, and in ours where it says only a number. */
export function faultWords(fault: string): string {
  const known = KNOWN[fault.slice(0, 5) as keyof typeof KNOWN];
  return known ? t(known) : t('messages.fault', { fault });
}
