export type Sharer = {
  id: string;
  /** How much he can take beside the others; 100 is usual. */
  percent: number;
  /** How many customers he has already. */
  has: number;
};

export type Given = {
  /** The customer, and whose he is now; null: nobody's. */
  id: string;
  now: string | null;
};

/**
 * How many each is to have so that `more` further customers are balanced by what each can take: one after the other goes to whoever has
 * fewest for his ability; among equals to whoever can take more, then to whoever stands first. Whoever has more than his share keeps what he has.
 */
export function sharesOf(sharers: readonly Sharer[], more: number): Map<string, number> {
  const shares = new Map(sharers.map(({ id, has }) => [id, has]));
  const order = sharers.toSorted((one, other) => other.percent - one.percent);
  for (let given = 0; given < more && order.length > 0; given += 1) {
    const next = order.reduce((best, one) => (weigh(shares, one) < weigh(shares, best) ? one : best));
    shares.set(next.id, shares.get(next.id)! + 1);
  }
  return shares;
}

const weigh = (shares: ReadonlyMap<string, number>, { id, percent }: Sharer): number => (shares.get(id)! + 1) / percent;

/**
 * To whom each customer goes (ASGN-01): whoever has one of these specialists keeps him up to that one's share, so that as few as
 * possible change hands; the others go in their order to whoever lacks most. Answers only those who change.
 */
export function shareOut(customers: readonly Given[], sharers: readonly Sharer[]): Map<string, string> {
  const moving = new Map<string, number>();
  for (const { now } of customers) if (now !== null) moving.set(now, (moving.get(now) ?? 0) + 1);
  const kept = sharers.map((one) => ({ ...one, has: one.has - (moving.get(one.id) ?? 0) }));
  const shares = sharesOf(kept, customers.length);
  const room = new Map(kept.map(({ id, has }) => [id, shares.get(id)! - has]));
  const left = customers.filter(({ now }) => now === null || !takes(room, now));
  const went = new Map<string, string>();
  for (const { id } of left) {
    const to = mostRoom(kept, room);
    if (to === null) break;
    takes(room, to);
    went.set(id, to);
  }
  return went;
}

/** Whether there was room for one more, which is taken then. */
function takes(room: Map<string, number>, id: string): boolean {
  const free = room.get(id) ?? 0;
  if (free > 0) room.set(id, free - 1);
  return free > 0;
}

function mostRoom(sharers: readonly Sharer[], room: ReadonlyMap<string, number>): string | null {
  const free = sharers.filter(({ id }) => (room.get(id) ?? 0) > 0);
  if (free.length === 0) return null;
  return free.reduce((best, one) => (room.get(one.id)! > room.get(best.id)! ? one : best)).id;
}
