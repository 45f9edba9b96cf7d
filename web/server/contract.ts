import type { z } from 'zod';
import type { whoAmI } from '../../src/auth/inputs.ts';
import type { ClockOut } from '../../src/commitment/shapes.ts';
import type { draftOut, Tabs } from '../../src/draft/inputs.ts';
import type { notificationsOut } from '../../src/notification/view.ts';
import type { foundOut } from '../../src/search/shapes.ts';
import type { Refusal } from '../../src/kernel/refusal.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Words } from '../../src/kernel/words.ts';

/**
 * What the server answers, as its own shapes say it: types only, so that nothing of the server comes into the browser.
 * A screen takes the types of its answers from the domain's `view.ts` or `inputs.ts` in the same way.
 */
export type Session = z.output<typeof whoAmI>;
export type Theme = Session['person']['theme'];
export type Kept = Session['preferences'];

/** What the viewer may do with a thing: `null` means yes, else why not. An action that is not named is not offered. */
export type Can = Readonly<Record<string, Refusal | null>>;

/** `more` says that there are more than were counted (counts are exact to 10,000). */
export type Count = { n: number; more: boolean };

export type Page<Item> = { items: Item[]; next: string | null; count?: Count | null };

/** A moment as an answer may carry it: written out, or as milliseconds since 1970. */
export type Moment = Instant | string | number;

/** A commitment as every answer carries it. `remaining` was true at `asOf`; the screen counts on from there. */
export type ClockView = ClockOut;

/**
 * One line of a deadline's reckoning, as `src/kernel/working-time/steps.ts` makes it. `why` is one of its codes
 * (`off-hours`, `break`, `weekend`, `closed-day`, `holiday`); `name` the holiday's or make-up day's own name.
 */
export type ExplanationStep = {
  kind: string;
  at?: Moment | undefined;
  from?: Moment | undefined;
  to?: Moment | null | undefined;
  why?: string | undefined;
  name?: string | undefined;
  /** Milliseconds counted in this step. */
  counted?: number | undefined;
  /** Whole working days folded into this step. */
  days?: number | undefined;
  /** Milliseconds that an open pause holds back. */
  left?: number | undefined;
  reason?: string | null | undefined;
};

export type Rung = { number: number; at: string; do: string; to: string; state: 'climbed' | 'next' | 'later' };

export type Explanation = {
  clock: ClockView;
  steps: ExplanationStep[];
  pauses: { reason: string; name: Words }[];
  ladder: Rung[];
};

export type Found = z.output<typeof foundOut>;

export type OpenTabs = Tabs;
export type OpenTab = Tabs['items'][number];

export type Draft = NonNullable<z.output<typeof draftOut>>;

export type Notifications = z.output<typeof notificationsOut>;
export type Notification = Notifications['items'][number];
