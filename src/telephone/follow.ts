import type { Epoch } from '../kernel/time.ts';
import type { Call, Offer } from './call.ts';
import { enderOf, unanswered } from './ending.ts';
import { stretches, transfersOf } from './talk.ts';
import { endpointOf } from './call.ts';
import type { ChannelNotes, Notes } from './notes.ts';
import { when } from './notes.ts';
import { firstSeen, groups } from './groups.ts';
import { offerOf } from './offer.ts';

/** What a call lasts in all, with the notes it is told from. */
export type Followed = { call: Call; notes: ChannelNotes[] };

/**
 * What is known of every call, from what was noted. `agents`: endpoints of our own phones, by which an outgoing call is told from one
 * that comes in.
 */
export function follow(notes: Notes, agents: ReadonlySet<string>): Followed[] {
  return groups(notes).flatMap(({ key, members }) => {
    // a Local channel is a wire inside the exchange: nobody sits at its end
    const real = members.filter(({ name }) => name !== null && !name.startsWith('Local/'));
    return real.length === 0 ? [] : [{ call: callOf(key, real, agents), notes: members }];
  });
}

function callOf(key: string, real: readonly ChannelNotes[], agents: ReadonlySet<string>): Call {
  const [root, ...others] = real as [ChannelNotes, ...ChannelNotes[]];
  const out = root.originated || agents.has(endpointOf(root.name!));
  const endedAt = endOf(real);
  const offers = others.map((one) => offerOf(one, root));
  const answered = offers
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((one, other) => one.answeredAt! - other.answeredAt!);
  return {
    key,
    direction: out ? 'out' : 'in',
    number: out ? (others[0]?.number ?? null) : root.number,
    line: out ? null : root.line,
    queue: root.queue,
    beganAt: firstSeen(root),
    joinedAt: when(root.joined),
    rangAt: least(offers.map(({ at }) => at)),
    offers,
    ...answerOf(root, answered[0], out),
    ...talkOf(real, offers, endedAt),
    endedAt,
    endedBy: endedAt === null ? null : enderOf(root, real, answered, out),
    cause: endedAt === null ? null : root.cause,
    outcome: answered.length > 0 ? 'answered' : endedAt === null ? null : unanswered(root, offers),
    unseen: endedAt !== null && real.every((one) => when(one.ended) === null),
  };
}

/** Who of us speaks: going out whoever dialled, coming in whoever took it first. */
function answerOf(
  root: ChannelNotes,
  first: Offer | undefined,
  out: boolean,
): Pick<Call, 'answeredBy' | 'answeredExtension' | 'answeredAt'> {
  if (!first) return { answeredBy: null, answeredExtension: null, answeredAt: null };
  const ours = out ? { endpoint: endpointOf(root.name!), extension: root.number } : first;
  return { answeredBy: ours.endpoint, answeredExtension: ours.extension, answeredAt: first.answeredAt };
}

function talkOf(
  real: readonly ChannelNotes[],
  offers: readonly Offer[],
  end: Epoch | null,
): Pick<Call, 'holds' | 'transfers' | 'recording' | 'mutes'> {
  return {
    holds: stretches(
      real.flatMap(({ holds }) => holds),
      end,
    ),
    transfers: transfersOf(real, offers, end !== null),
    recording: real.map(({ recording }) => recording).find((one) => one !== null) ?? null,
    mutes: stretches(
      real.flatMap(({ mutes }) => mutes),
      end,
    ),
  };
}

/** When its last channel ended; null while one lasts. */
function endOf(real: readonly ChannelNotes[]): Epoch | null {
  const ends = real.map(({ ended, gone }) => when(ended) ?? gone);
  return ends.includes(null) ? null : Math.max(...(ends as Epoch[]));
}

function least(moments: readonly (Epoch | null)[]): Epoch | null {
  const known = moments.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
