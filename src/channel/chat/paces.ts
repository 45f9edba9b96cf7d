import { TooMany } from '../../kernel/refusal.ts';
import type { Clock } from '../../kernel/time.ts';
import { epochOf, MINUTE, SECOND } from '../../kernel/time.ts';

/** What was begun within it counts. */
const BEGUN_WITHIN = 15 * MINUTE;
/** More from one address in that time are no visitors, not even of an office that shares one. */
const MOST_BEGUN = 60;
/** Lines and files of everybody at one address: sixty people who write a line every five seconds. */
const SAID_WITHIN = 10 * SECOND;
const MOST_SAID = 120;
const FILES_WITHIN = 15 * MINUTE;
const MOST_FILES = 100;
const MOST_ADDRESSES = 20_000;
/** Connections that hear at one address, and of one visitor: his tabs, and some that he lost and we have not noticed yet. */
const MOST_STREAMS = 300;
export const MOST_OF_ONE_VISITOR = 6;

/** What came lately from each address. */
type Lately = { count(address: string): number; note(address: string): void };

/** How fast this node lets chats come from one address: the work grows, and in the end the door is shut for a while. */
export type Paces = {
  /** How many it has begun lately. */
  begunBy(address: string): number;
  /** Throws TooMany `chat.too_many`. */
  begins(address: string): void;
  /** A line, or a file. Throws TooMany `chat.too_much_here`. */
  says(address: string, what: 'line' | 'file'): void;
};

export function createPaces(clock: Clock): Paces {
  const begun = createLately(clock, BEGUN_WITHIN);
  const lines = createLately(clock, SAID_WITHIN);
  const files = createLately(clock, FILES_WITHIN);
  return {
    begunBy: begun.count,
    begins(address) {
      if (begun.count(address) >= MOST_BEGUN) throw new TooMany('chat.too_many', { retryAfter: BEGUN_WITHIN / SECOND });
      begun.note(address);
    },
    says(address, what) {
      const [lately, most, within] =
        what === 'line' ? [lines, MOST_SAID, SAID_WITHIN] : [files, MOST_FILES, FILES_WITHIN];
      if (lately.count(address) >= most) throw new TooMany('chat.too_much_here', { retryAfter: within / SECOND });
      lately.note(address);
    },
  };
}

/** Somebody at this address hears; the answer ends that. Throws TooMany `chat.too_much_here`. */
export type Hears = (address: string) => () => void;

export function createHears(): Hears {
  const streams = new Map<string, number>();
  return (address) => {
    const open = streams.get(address) ?? 0;
    if (open >= MOST_STREAMS) throw new TooMany('chat.too_much_here', { retryAfter: SAID_WITHIN / SECOND });
    streams.set(address, open + 1);
    return () => {
      const left = streams.get(address)! - 1;
      if (left > 0) streams.set(address, left);
      else streams.delete(address);
    };
  };
}

function createLately(clock: Clock, within: number): Lately {
  const byAddress = new Map<string, number[]>();
  const lately = (address: string): number[] => {
    const since = epochOf(clock.now()) - within;
    return (byAddress.get(address) ?? []).filter((at) => at > since);
  };
  return {
    count: (address) => lately(address).length,
    note(address) {
      if (byAddress.size >= MOST_ADDRESSES) byAddress.clear();
      byAddress.set(address, [...lately(address), epochOf(clock.now())]);
    },
  };
}
