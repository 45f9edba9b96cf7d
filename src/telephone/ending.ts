import type { Call, Offer, Outcome } from './call.ts';
import type { ChannelNotes } from './notes.ts';
import { when } from './notes.ts';

/**
 * Who hung up. `AgentComplete.Reason` does not say it: it says `caller` when a supervisor ends the agent's channel. A phone that hangs
 * up asks for it itself; where none did, the system ended the call.
 */
export function enderOf(
  root: ChannelNotes,
  real: readonly ChannelNotes[],
  answered: readonly Offer[],
  out: boolean,
): Call['endedBy'] {
  const last = real.find(({ id }) => id === answered.at(-1)?.key);
  const [agent, caller] = out ? [root, last] : [last, root];
  const byAgent = agent ? when(agent.phoneHungUp) : null;
  const byCaller = caller ? when(caller.phoneHungUp) : null;
  if (byAgent === null && byCaller === null) return 'system';
  return (byCaller ?? Infinity) <= (byAgent ?? Infinity) ? 'caller' : 'agent';
}

/** The dialplan's own words for a queue that took nobody, or put him out again. */
const TURNED_AWAY = new Set(['FULL', 'JOINEMPTY', 'JOINUNAVAIL', 'LEAVEEMPTY', 'LEAVEUNAVAIL']);

/**
 * `QueueCallerAbandon` does not prove that the caller hung up: it also comes when the queue gives up. His own phone's hanging up does.
 * One of whose end nobody told counts as given up by him: then somebody calls back.
 */
export function unanswered(root: ChannelNotes, offers: readonly Offer[]): Outcome {
  if (when(root.phoneHungUp) !== null || when(root.ended) === null) return 'abandoned';
  if (root.leftQueue !== null && TURNED_AWAY.has(root.leftQueue)) return 'rejected';
  if (root.leftQueue !== null) return 'timed_out';
  // a phone that hangs up before anybody speaks leaves no cause; the dialplan's end leaves one
  if (root.queue !== null) return root.cause === 0 ? 'abandoned' : 'timed_out';
  const last = offers.at(-1)?.outcome;
  if (last === 'busy' || last === 'rejected') return 'rejected';
  if (last === 'no_answer') return 'timed_out';
  return last === 'cancelled' ? 'abandoned' : 'failed';
}
