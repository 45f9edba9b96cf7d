import { sql } from 'kysely';
import { instantOf, epochOf, HOUR } from '../kernel/time.ts';
import type { Database } from '../platform/db.ts';
import type { Look, Looked } from '../platform/http/looks.ts';

export type LookBook = {
  saw(looked: Looked): void;
  /** Writes what was seen so far. */
  write(): Promise<void>;
  stop(): Promise<void>;
};

/** Of a customer, by a way; or of somebody who works here, into his file. */
type Row = {
  customer_id: string | null;
  member_id: string | null;
  person_id: string;
  hour: string;
  way: string;
  whole: boolean;
};

/** How long a look may wait to be written; a node that dies loses what it saw in this time. */
const WAITS = 3_000;
/** What is known to be written already; an hour has fewer. Beyond that it is asked of the table again. */
const MOST_KNOWN = 20_000;

/**
 * Keeps who looked at whose data. An answer only leaves a note here, in memory; the notes are written together a little
 * later, one row a person, customer, way and hour, so opening a ticket costs no statement.
 */
export function openLookBook(parts: { database: Database; log(line: string): void }): LookBook {
  const waiting = new Map<string, Map<string, Row>>();
  const known = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const all = [...waiting];
    waiting.clear();
    turn = turn.then(async () => {
      for (const [schema, rows] of all) await insert(parts, schema, [...rows.values()]);
    });
    return turn;
  };
  return {
    saw({ schema, personId, at, looks }) {
      const hour = instantOf(Math.floor(epochOf(at) / HOUR) * HOUR);
      if (known.size > MOST_KNOWN) known.clear();
      for (const look of looks) {
        if ('memberId' in look && look.memberId === personId) continue;
        const row = rowOf(look, personId, hour);
        const once = `${row.customer_id ?? row.member_id} ${personId} ${hour} ${row.way}`;
        const name = `${schema} ${once} ${row.whole}`;
        if (known.has(name)) continue;
        known.add(name);
        const rows = waiting.get(schema) ?? new Map<string, Row>();
        waiting.set(schema, rows);
        rows.set(once, { ...row, whole: row.whole || (rows.get(once)?.whole ?? false) });
      }
      if (waiting.size > 0) timer ??= setTimeout(() => void write(), WAITS).unref();
    },
    write,
    stop: write,
  };
}

function rowOf(look: Look, personId: string, hour: string): Row {
  const by = { person_id: personId, hour };
  return 'memberId' in look
    ? { ...by, customer_id: null, member_id: look.memberId, way: 'file', whole: true }
    : { ...by, customer_id: look.customerId, member_id: null, way: look.way, whole: look.whole };
}

async function insert(
  { database, log }: { database: Database; log(line: string): void },
  schema: string,
  rows: readonly Row[],
): Promise<void> {
  const wrote = database.transact(schema, async (tx) => {
    await sql`insert into look (customer_id, person_id, hour, way, whole)
      select l.customer_id, l.person_id, l.hour, l.way, l.whole
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(customer_id uuid, person_id uuid, hour timestamptz, way text, whole boolean)
      where exists (select from customer c where c.id = l.customer_id)
      on conflict (customer_id, hour, person_id, way) do update set whole = true where excluded.whole and not look.whole`.execute(
      tx,
    );
    await sql`insert into member_look (member_id, person_id, hour)
      select l.member_id, l.person_id, l.hour
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(member_id uuid, person_id uuid, hour timestamptz)
      where exists (select from person p where p.id = l.member_id)
      on conflict do nothing`.execute(tx);
  });
  await wrote.catch((fault: Error) => log(`Who looked at whose data could not be written: ${fault.message}`));
}
