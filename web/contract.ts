import type { Refusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import type { Language } from './words/languages.ts';

/** What the viewer may do with a thing: `null` means yes, else why not. An action that is not named is not offered. */
export type Can = Readonly<Record<string, Refusal | null>>;

export type Named = { id: string; name: string };

/** `more` says that there are more than were counted (counts are exact to 10,000). */
export type Count = { n: number; more: boolean };

export type Page<Item> = { items: Item[]; next: string | null; count?: Count };

export type Theme = 'light' | 'dark' | 'auto';

export type Session = {
  person: { id: string; name: string; language: Language; theme: Theme };
  organisation: { id: string; name: string; slug: string };
  centre: { id: string; name: string; zone: string };
  posts: Named[];
  rights: string[];
  onDuty: boolean;
  now: Instant;
};

/** A moment as an answer may carry it: written out, or as milliseconds since 1970. */
export type Moment = Instant | number;

export type ClockState = 'running' | 'paused' | 'waiting_acceptance' | 'kept' | 'missed' | 'cancelled';

/** A commitment as every answer carries it. `remaining` was true at `asOf`; the screen counts on from there. */
export type ClockView = {
  id: string;
  kind: string;
  title: string;
  owedTo: string;
  ownerName: string;
  startedAt: Instant;
  dueAt: Instant;
  state: ClockState;
  lateSince?: Instant | null;
  pausedBecause?: string | null;
  pausedBy?: string | null;
  /** The whole allowance in the basis' own time; where it is missing the bar measures by the wall clock. */
  allowanceMs?: number | null;
  remaining: {
    ms: number;
    basis: 'working' | 'clock';
    asOf: Instant;
    runningNow: boolean;
    nextChangeAt: Instant | null;
  };
  next: { at: Instant; whom: string; what: string } | null;
};

/**
 * One line of a deadline's reckoning, as `src/kernel/working-time/explain.ts` makes it. `why` is one of its codes
 * (`off-hours`, `break`, `weekend`, `closed-day`, `holiday`); `name` the holiday's or make-up day's own name.
 */
export type ExplanationStep = {
  kind: 'start' | 'counted' | 'days' | 'outside-hours' | 'paused' | 'due' | 'left';
  at?: Moment | null;
  from?: Moment | null;
  to?: Moment | null;
  why?: string | null;
  name?: string | null;
  /** Milliseconds counted in this step. */
  counted?: number | null;
  /** Whole working days folded into this step. */
  days?: number | null;
  /** Milliseconds that an open pause holds back. */
  left?: number | null;
  reason?: string | null;
};

export type Explanation = { steps: ExplanationStep[] };

export type Found = { type: string; id: string; title: string; subtitle?: string; clock?: ClockView | null };

export type OpenTab = { type: string; id: string; title: string };

export type Notification = {
  id: string;
  at: Instant;
  urgency: 'info' | 'warn' | 'urgent';
  title: string;
  body?: string;
  subject: { type: string; id: string } | null;
  readAt: Instant | null;
  /** `wanted` climbs again when nobody gives it. */
  acknowledgement: 'none' | 'wanted' | 'given';
};

export type Notifications = Page<Notification> & { unread: number };
