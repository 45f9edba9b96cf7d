import type { Epoch } from '../kernel/time.ts';

/** How a call ended for whoever called. Only answered ones are told apart from the rest by talking. */
export const OUTCOMES = ['answered', 'abandoned', 'timed_out', 'rejected', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How an offer to one agent ended: he took it, he was busy, let it ring, refused it, it was taken from him, or never reached him. */
export const OFFER_OUTCOMES = ['answered', 'busy', 'no_answer', 'rejected', 'cancelled', 'unreachable'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** One phone that rang for a call. */
export type Offer = {
  /** Id of its channel. */
  key: string;
  /** `PJSIP/agent1` */
  endpoint: string;
  /** Its own number, where told. */
  extension: string | null;
  at: Epoch | null;
  answeredAt: Epoch | null;
  endedAt: Epoch | null;
  /** null: it rings. */
  outcome: OfferOutcome | null;
};

export type Transfer = {
  /** Id of the channel that handed on. */
  key: string;
  kind: 'blind' | 'attended';
  from: string;
  /** The number it went to. */
  to: string;
  at: Epoch;
  /** Somebody took it, it came back to whoever gave it, or nobody had it in the end; null: it rings there still. */
  outcome: 'taken' | 'returned' | 'lost' | null;
};

export type Stretch = { from: Epoch; until: Epoch | null };

/** One call as the telephone system told it, whatever order it told it in. Moments are the system's own. */
export type Call = {
  /** Id of its oldest channel: Asterisk's `Linkedid`. */
  key: string;
  direction: 'in' | 'out';
  /** Whom we speak with. */
  number: string | null;
  /** What he dialled; outgoing: nothing. */
  line: string | null;
  queue: string | null;
  beganAt: Epoch | null;
  joinedAt: Epoch | null;
  /** When the first phone rang. */
  rangAt: Epoch | null;
  offers: Offer[];
  answeredBy: string | null;
  answeredExtension: string | null;
  answeredAt: Epoch | null;
  holds: Stretch[];
  transfers: Transfer[];
  recording: string | null;
  mutes: Stretch[];
  endedAt: Epoch | null;
  endedBy: 'caller' | 'agent' | 'system' | null;
  cause: number | null;
  /** null: it goes on. */
  outcome: Outcome | null;
  /** Nobody told its end: it was gone after a break. */
  unseen: boolean;
};

/** `PJSIP/agent1` of `PJSIP/agent1-00000023`. */
export function endpointOf(name: string): string {
  return name.replace(/-[0-9a-f]+(;\d)?$/, '');
}

/** How often it rang in so many milliseconds; whoever takes it at once took it at the first ring. */
export function ringsIn(milliseconds: number, ringLength: number): number {
  return Math.max(1, Math.ceil(milliseconds / ringLength));
}
