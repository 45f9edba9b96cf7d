import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Mapping } from '../src/import/mapping.ts';
import { mappingShape } from '../src/import/mapping.ts';
import type { Database } from '../src/platform/db.ts';
import { readRows } from '../src/platform/read-rows.ts';

const ROOT = join(import.meta.dirname, '..');
const LEVELS = 4;

/** The requests of a city, with what that city's own system said of each; beside the project, not in it. */
export const REQUESTS = nearest('shared/data/service-requests-311.csv.gz');

export const MAPPING = join(ROOT, 'docs/mappings/service-requests-311.json');

/** The file beside this directory, or beside one above it where the project stands deeper. */
function nearest(path: string): string {
  let from = ROOT;
  for (let up = 0; up < LEVELS; up += 1) {
    from = join(from, '..');
    if (existsSync(join(from, path))) return join(from, path);
  }
  return join(ROOT, '..', path);
}

export function areHere(): boolean {
  return existsSync(REQUESTS);
}

export function mappingOfRequests(): Mapping {
  return mappingShape.parse(JSON.parse(readFileSync(MAPPING, 'utf8')));
}

export type Agreement = {
  lines: number;
  tickets: number;
  open: number;
  /** Closed with a target: compared. */
  compared: number;
  kept: number;
  late: number;
  /** Closed with a target, and the file says neither; all of them are late with us. */
  blank: number;
  blankLate: number;
  /** Ids of requests where we say otherwise than the file. */
  disagreements: string[];
};

type Verdict = { imported_from: string; outcome: string | null; closed: boolean };

/** What our commitments say of every closed request with a target, beside what the file says. */
export async function agreementWith(database: Database, schema: string, path: string): Promise<Agreement> {
  const verdicts = await database.read(schema, (tx) =>
    sql<Verdict>`
      select t.imported_from, c.outcome, t.closed_at is not null as closed
      from ticket t left join commitment c on c.ticket_id = t.id and c.kind = 'target'
      where t.imported_from is not null`.execute(tx),
  );
  const ours = new Map(verdicts.rows.map((row) => [row.imported_from, row]));
  const found: Agreement = {
    lines: 0,
    tickets: verdicts.rows.length,
    open: verdicts.rows.filter((row) => !row.closed).length,
    compared: 0,
    kept: 0,
    late: 0,
    blank: 0,
    blankLate: 0,
    disagreements: [],
  };
  for await (const { row } of readRows(path)) {
    found.lines += 1;
    if (row['target_dt'] === '' || row['closed_dt'] === '') continue;
    compare(found, row, ours.get(`311:${row['case_enquiry_id']}`)?.outcome ?? null);
  }
  return found;
}

function compare(found: Agreement, row: Record<string, string>, outcome: string | null): void {
  found.compared += 1;
  if (outcome === 'kept') found.kept += 1;
  if (outcome === 'late') found.late += 1;
  if (row['ontime'] === '') {
    found.blank += 1;
    if (outcome === 'late') found.blankLate += 1;
  }
  const asTheyDo = outcome === (row['ontime'] === 'ONTIME' ? 'kept' : 'late');
  if (!asTheyDo) found.disagreements.push(row['case_enquiry_id'] ?? '');
}
