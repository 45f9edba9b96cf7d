import { mergeNotes } from './notes.ts';
import { noSignals } from '../platform/context.ts';
import type { Bus } from '../platform/live/bus.ts';
import { saidBy } from '../platform/mail/server.ts';
import type { Ami, OpenAmi } from '../platform/telephone/ami.ts';
import { muteLive } from '../platform/telephone/ari-recordings.ts';
import type { OpenAri } from '../platform/telephone/ari.ts';
import { actionOf } from './ami-orders.ts';
import { noteRefused, takeOrders } from './commands/take-orders.ts';
import type { Listening, ListeningParts } from './listening.ts';
import { lookAround, noteEvent, noteLiveMute, skewOf, takeInNews } from './listening.ts';
import type { Order } from './order.ts';
import type { Held } from './system-lines.ts';

export type ListenParts = ListeningParts & { bus: Bus; openAmi: OpenAmi; openAri: OpenAri };

/** What comes within so many milliseconds of something new is taken in with it. */
const TOGETHER = 60;

/**
 * Listens to an exchange until `signal`: first what is known of its open calls is brought together with what stands there, then
 * everything it says is taken in. Throws where the line ends, or the database is away.
 */
export async function listen(parts: ListenParts, held: Held, signal: AbortSignal): Promise<void> {
  const listening = nothingHeard(parts, held);
  mergeNotes(listening.notes, await held.kept());
  const stir = stirring(signal);
  const closing: (() => void)[] = [];
  try {
    const ami = await connect(parts, held, closing, stir, (src, event) => {
      noteEvent(listening, src, event);
      stir.now();
    });
    let asked = true;
    const ordered = (schema: string): void => {
      if (schema !== held.organisation.schema) return;
      asked = true;
      stir.now();
    };
    closing.push(parts.bus.on('outbox', ordered));
    listening.skew = await skewOf(ami, parts.clock);
    await lookAround(listening, ami);
    await held.noteConnected();
    while (!signal.aborted) {
      await takeInNews(listening);
      if (asked) {
        asked = false;
        await passOrders(listening, ami, held.ari);
      }
      await stir.next(TOGETHER);
    }
  } finally {
    for (const close of closing) close();
  }
}

function nothingHeard(parts: ListenParts, { organisation, system }: Held): Listening {
  return {
    ...parts,
    organisation,
    system,
    skew: 0,
    notes: new Map(),
    members: new Map(),
    taken: new Map(),
    stirred: new Set(),
  };
}

/** Both its interfaces, where it is to be heard on both. One that ends ends the other too: a break is one break. */
async function connect(
  { openAmi, openAri }: ListenParts,
  held: Held,
  closing: (() => void)[],
  stir: ReturnType<typeof stirring>,
  hear: (src: 'ami' | 'ari', event: unknown) => void,
): Promise<Ami> {
  const ami = await openAmi(held.ami, (event) => hear('ami', event));
  closing.push(ami.close);
  void ami.ended.then(stir.fail);
  if (held.ari) {
    const ari = await openAri(held.ari, (event) => hear('ari', event));
    closing.push(ari.close);
    void ari.ended.then(stir.fail);
  }
  return ami;
}

/** Sleeps until something stirs, then a little longer, for more comes with it. */
function stirring(signal: AbortSignal) {
  let waiting = Promise.withResolvers<void>();
  let fault: Error | null = null;
  const now = (): void => waiting.resolve();
  signal.addEventListener('abort', now);
  return {
    now,
    fail(why: Error): void {
      fault = why;
      now();
    },
    async next(together: number): Promise<void> {
      await waiting.promise;
      waiting = Promise.withResolvers<void>();
      if (signal.aborted) return now();
      if (fault) throw fault;
      await new Promise((resolve) => setTimeout(resolve, together));
    },
  };
}

async function passOrders(listening: Listening, ami: Ami, ari: Held['ari']): Promise<void> {
  const { database, clock, organisation, system, announce } = listening;
  const orders = await database.transact(organisation.schema, (tx) => takeOrders({ tx, now: clock.now() }, system.id));
  for (const { id, order, byId, fault } of orders) {
    const refused = fault ?? (await refusalTo(listening, order, { ami, ari }));
    if (refused === null) continue;
    await database.transact(organisation.schema, (tx) => noteRefused({ tx }, id, refused));
    const signals = noSignals();
    signals.changed.set(byId, 'person');
    announce(organisation, signals);
  }
}

/** What the exchange said to it; null: it does it. */
async function refusalTo(
  listening: Listening,
  order: Order,
  { ami, ari }: { ami: Ami; ari: Held['ari'] },
): Promise<string | null> {
  try {
    if (order.do === 'mute' && order.live !== null && ari) {
      await muteLive(ari, order.live, order.on);
      noteLiveMute(listening, order.live, order.on);
    } else await ami.ask(actionOf(order, listening.system.settings.context));
    return null;
  } catch (refused) {
    return saidBy(refused);
  }
}
