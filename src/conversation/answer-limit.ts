import type { Limit } from '../commitment/rule.ts';
import type { Settings } from '../pack/settings-shape.ts';

/** Five minutes while somebody is there (CHAN-17): whoever has the chat hears at four. Of a house whose settings are older than chats. */
const ANSWER_CHAT: Limit = {
  allowance: { text: 'PT5M', basis: 'working' },
  calendar: 'reception',
  ladder: [
    { at: { share: 0.8 }, do: 'warn', to: 'owner' },
    { at: { share: 1 }, do: 'warn', to: 'supervisor' },
    { at: { after: 'PT1H', basis: 'working' }, do: 'warn', to: 'centre_manager' },
  ],
};

/** Within what an answer is owed: to a word in a chat while somebody is there, or to what is written. */
export function answerLimit(limits: Settings['limits'], of: 'answerMessage' | 'answerChat'): Limit {
  if (of === 'answerChat') return limits.answerChat ?? ANSWER_CHAT;
  return limits.answerMessage ?? limits.acceptHandover;
}
