import type { Clock, Instant } from '../kernel/time.ts';
import { HOUR, plus, SECOND } from '../kernel/time.ts';
import type { Id } from '../kernel/id.ts';
import { system } from '../organisation/can.ts';
import type { Organisation, Reaction, Signals } from '../platform/context.ts';
import { noSignals, soonest } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { startOutboxSleeper } from '../platform/jobs/sleeper.ts';
import type { Bus } from '../platform/live/bus.ts';
import { postOutward } from '../platform/outward/post.ts';
import type { Due } from './commands/claim-due.ts';
import { claimDue, forgetOldDeliveries, giveBack, nextDue } from './commands/claim-due.ts';
import { settleTry } from './commands/settle-try.ts';
import { endpoints } from './endpoints.ts';
import type { Webhook } from './webhook.ts';
import { headersOf, KEPT_FOR, secretsAt, verdictOf } from './webhook.ts';

/** At once to one endpoint, by one node. A slow one fills its own places and nobody else's. */
const AT_ONCE = 8;
const TIMEOUT = 15 * SECOND;
/** Few enough that the last is tried before its lease ends, however slow the others are. */
const CLAIMED_AT_ONCE = 40;
const FORGOTTEN_AT_ONCE = 1_000;

export type SenderParts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
  bus: Bus;
  log(line: string): void;
  /** Endpoints may stand in networks of one's own, and speak http. */
  privateAllowed: boolean;
  /** How long a receiver may take. */
  timeoutMs?: number;
};

/**
 * Sends what is laid ready for other systems, outside of any transaction and beside the job runner, so that a receiver that
 * takes its time delays neither others nor anything of the house: each endpoint has a lane of its own. At least once, under
 * one webhook-id.
 */
export function startWebhookSender(parts: SenderParts): { stop(): Promise<void> } {
  const lanes = new Map<Id<'webhook'>, Promise<void>>();
  const stopping = new AbortController();
  let forgotten: Instant | null = null;
  const open: Open = (organisation, id) => {
    if (lanes.has(id) || stopping.signal.aborted) return;
    const lane = runLane(parts, organisation, id, stopping.signal)
      .catch((fault: Error) => parts.log(`A webhook waits: ${fault.message}`))
      .finally(() => {
        lanes.delete(id);
        sleeper.wakeNow();
      });
    lanes.set(id, lane);
  };
  const work = async (): Promise<Instant | null> => {
    const now = parts.clock.now();
    if (forgotten === null || forgotten < plus(now, -HOUR)) {
      forgotten = now;
      await forgetOld(parts);
    }
    let next: Instant | null = null;
    for (const organisation of await parts.organisations())
      next = soonest(next, await openLanes(parts, organisation, lanes, open));
    return next;
  };
  const onFault = (fault: Error): void => parts.log(`Webhooks wait: ${fault.message}`);
  const sleeper = startOutboxSleeper({ clock: parts.clock, bus: parts.bus, work, onFault });
  return {
    async stop() {
      stopping.abort();
      await sleeper.stop();
      await Promise.all(lanes.values());
    },
  };
}

type Open = (organisation: Organisation, id: Id<'webhook'>) => void;

/** Opens the lanes of endpoints for which something is due; answers when something of the others falls due. */
async function openLanes(
  { database, clock }: SenderParts,
  organisation: Organisation,
  lanes: ReadonlyMap<string, unknown>,
  open: Open,
): Promise<Instant | null> {
  return database.read(organisation.schema, async (tx) => {
    const resting = (await endpoints({ tx })).filter(({ id, off_at }) => off_at === null && !lanes.has(id));
    let next: Instant | null = null;
    for (const { id } of resting) {
      const at = await nextDue(tx, id);
      if (at !== null && at <= clock.now()) open(organisation, id);
      else next = soonest(next, at);
    }
    return next;
  });
}

/** Sends all that is due of one endpoint, a few at once, until nothing is, it is switched off, or the node stops. */
async function runLane(
  parts: SenderParts,
  organisation: Organisation,
  id: Id<'webhook'>,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = parts;
  while (!signal.aborted) {
    const { webhook, due } = await database.transact(organisation.schema, async (tx) => {
      const found = (await endpoints({ tx })).find((one) => one.id === id && one.off_at === null);
      return { webhook: found, due: found ? await claimDue(tx, id, clock.now(), CLAIMED_AT_ONCE) : [] };
    });
    if (!webhook || due.length === 0) return;
    const queue = [...due];
    const hands = Array.from({ length: AT_ONCE }, async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        const goesOn = !signal.aborted && (await sendOne(parts, organisation, webhook, one, signal));
        if (!goesOn) return void queue.unshift(one);
      }
    });
    await Promise.all(hands);
    if (queue.length > 0) return database.transact(organisation.schema, (tx) => giveBack(tx, queue, clock.now()));
  }
}

/** Whether others may follow: not where we stop, nor where the endpoint said that it is gone. */
async function sendOne(
  parts: SenderParts,
  organisation: Organisation,
  webhook: Webhook,
  due: Due,
  signal: AbortSignal,
): Promise<boolean> {
  const { database, clock, react, privateAllowed, timeoutMs = TIMEOUT } = parts;
  const body = JSON.stringify({ ...due.body, data: { ...due.body.data, sequence: due.sequence } });
  const headers = headersOf(due.id, clock.now(), body, secretsAt(webhook, clock.now()));
  const posted = await postOutward(webhook.url, { headers, body, timeoutMs, privateAllowed, signal });
  // cut off by our own stop: nobody knows what came of it, so it goes out again under its id
  if (signal.aborted && posted.status === null) return false;
  const signals = noSignals();
  await database.transact(organisation.schema, (tx) =>
    settleTry({ tx, now: clock.now(), actor: system, organisation, signals, react, depth: 0 }, due, posted),
  );
  parts.announce(organisation, signals);
  return verdictOf(posted.status) !== 'gone';
}

async function forgetOld({ database, clock, organisations }: SenderParts): Promise<void> {
  const before = plus(clock.now(), -KEPT_FOR);
  for (const { schema } of await organisations()) {
    const some = () => database.transact(schema, (tx) => forgetOldDeliveries(tx, before, FORGOTTEN_AT_ONCE));
    while ((await some()) === FORGOTTEN_AT_ONCE);
  }
}
