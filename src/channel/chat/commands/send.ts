import type { Tasks } from '../../../platform/jobs/task.ts';
import { sendOut } from '../../commands/send-out.ts';
import { sendingTask } from '../../port.ts';
import { PASS_OFFER } from './offer-chats.ts';
import { passOffer } from './let-pass.ts';

/** What goes later, or by itself, goes into the chat: there is no other side that could refuse it. */
export const chatTasks: Tasks = {
  [PASS_OFFER]: passOffer,
  [sendingTask('chat')]: sendOut({ kind: 'chat', hand: async () => ({ as: 'taken' }) }),
};
