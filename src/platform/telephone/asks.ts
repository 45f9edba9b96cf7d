import { SECOND } from '../../kernel/time.ts';
import type { Packet } from './ami-lines.ts';
import { valueOf } from './ami-lines.ts';

export type Fields = Readonly<Record<string, string>>;

const PATIENCE = 10 * SECOND;

type Waiting = {
  /** What came before the answer is complete. */
  items: Packet[];
  /** The event that completes a list; null: one packet is all. */
  last: string | null;
  resolve(items: Packet[]): void;
  reject(fault: Error): void;
};

/** What was asked and not answered yet, by the id that each answer carries back. */
export type Asks = {
  ask(fields: Fields, last: string | null): Promise<Packet[]>;
  /** Whether it was an answer. */
  hear(packet: Packet): boolean;
  fail(fault: Error): void;
};

export function openAsks(write: (fields: Fields) => void): Asks {
  const waiting = new Map<string, Waiting>();
  let no = 0;
  return {
    ask(fields, last) {
      no += 1;
      const id = `huiyin-${no}`;
      const { promise, resolve, reject } = Promise.withResolvers<Packet[]>();
      waiting.set(id, { items: [], last, resolve, reject });
      const timer = setTimeout(() => reject(new Error('it does not answer')), PATIENCE);
      write({ ...fields, ActionID: id });
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
    hear(packet) {
      const asked = waiting.get(valueOf(packet, 'ActionID') ?? '');
      if (asked) answered(asked, packet);
      return asked !== undefined;
    },
    fail(fault) {
      for (const { reject } of waiting.values()) reject(fault);
    },
  };
}

/** A list's first answer says that it comes; it is complete with its last event. */
function answered({ items, last, resolve, reject }: Waiting, packet: Packet): void {
  if (valueOf(packet, 'Response') === 'Error') return reject(new Error(valueOf(packet, 'Message') ?? 'it refuses'));
  if (last === null) return resolve([packet]);
  if (valueOf(packet, 'Event') === last) return resolve(items);
  if ('Event' in packet) items.push(packet);
}
