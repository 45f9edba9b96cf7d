import type { Epoch } from '../kernel/time.ts';
import type { Offer, OfferOutcome } from './call.ts';
import { endpointOf } from './call.ts';
import { firstSeen } from './groups.ts';
import type { ChannelNotes, Seen } from './notes.ts';
import { when } from './notes.ts';

/** Causes of ITU-T Q.850 by which a phone says why it did not take a call. */
const BUSY = 17;
const REFUSED = 21;

/** What became of one phone's ringing, and when. `caller`: for whom it rang. */
export function offerOf(one: ChannelNotes, caller: ChannelNotes): Offer {
  const answeredAt = answerOf(one);
  const endedAt = when(one.ended) ?? one.gone;
  return {
    key: one.id,
    endpoint: endpointOf(one.name!),
    extension: one.number,
    at: when(one.rang) ?? firstSeen(one),
    answeredAt,
    endedAt,
    outcome: answeredAt === null ? refusalOf(one, caller, endedAt) : 'answered',
  };
}

function answerOf({ dialEnds, connected, entered }: ChannelNotes): Epoch | null {
  return when(dialEnds['ANSWER']) ?? when(connected) ?? earliest(Object.values(entered));
}

function earliest(all: readonly Seen[]): Epoch | null {
  const known = all.map((seen) => when(seen)).filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * Refused and unanswered offers both arrive as `AgentRingNoAnswer`: the cause tells them apart. One offer may end twice, `NOANSWER` and
 * then `CANCEL`: the first is meant.
 */
function refusalOf(
  { cause, dialEnds }: ChannelNotes,
  caller: ChannelNotes,
  endedAt: Epoch | null,
): OfferOutcome | null {
  if (cause === BUSY || 'BUSY' in dialEnds) return 'busy';
  if (cause === REFUSED) return 'rejected';
  if ('CHANUNAVAIL' in dialEnds || 'CONGESTION' in dialEnds) return 'unreachable';
  if ('NOANSWER' in dialEnds) return 'no_answer';
  if ('CANCEL' in dialEnds) return 'cancelled';
  if (endedAt === null) return null;
  const gone = when(caller.phoneHungUp) ?? when(caller.ended) ?? caller.gone;
  return gone !== null && gone <= endedAt ? 'cancelled' : 'no_answer';
}
