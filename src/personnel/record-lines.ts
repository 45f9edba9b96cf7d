import { sql } from 'kysely';
import type { z } from 'zod';
import type { Selectable } from 'kysely';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import type { Staff } from '../organisation/staff.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { refusal } from '../kernel/refusal.ts';
import { scoreOf } from './assessment.ts';
import type { AssessmentRow, Named } from './assessment-rows.ts';
import { assessmentsWhere, namesOf } from './assessment-rows.ts';
import { whyNotDecide, whyNotState } from './breach.ts';
import { DISCIPLINES_BY, RECORDS_BY } from './may.ts';
import { stateOf } from './move.ts';
import { whyNotReach } from './reach.ts';
import type { Rules } from './rules.ts';
import { rulesOf } from './rules.ts';
import type { StaffBreachTable, StaffFindingTable, StaffMoveTable } from './table.ts';
import type { recordOut } from './view-records.ts';

type Line = z.input<typeof recordOut>;
type Around = { context: Context; names: Named; rules: Rules; staff: Staff };

const NOTHING = { assessment: null, finding: null, breach: null, move: null };

/** These records as a file shows them, by their ids: who may see them has been asked already. */
export async function recordsByIds(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Line>> {
  if (ids.length === 0) return new Map();
  const around: Around = {
    context,
    names: await namesOf(context),
    rules: await rulesOf(context),
    staff: await readStaff(context),
  };
  const { tx } = context;
  const those = sql`any(${[...ids]}::uuid[])`;
  const assessments = await assessmentsWhere([sql`a.id = ${those}`], ids.length).execute(tx);
  const findings = await sql<Selectable<StaffFindingTable>>`
    select f.*, f.day::text as day from staff_finding f where f.id = ${those}`.execute(tx);
  const breaches = await sql<Selectable<StaffBreachTable>>`
    select b.*, b.day::text as day from staff_breach b where b.id = ${those}`.execute(tx);
  const moves = await sql<Selectable<StaffMoveTable>>`
    select m.*, m.day::text as day from staff_move m where m.id = ${those}`.execute(tx);
  const lines = [
    ...assessments.rows.map((row) => ofAssessment(around, row)),
    ...findings.rows.map((row) => ofFinding(around, row)),
    ...breaches.rows.map((row) => ofBreach(around, row)),
    ...moves.rows.map((row) => ofMove(around, row)),
  ];
  return new Map(lines.map((line) => [line.id, line]));
}

function ofAssessment({ names }: Around, row: AssessmentRow): Line {
  const { name, period } = row.definition;
  return {
    ...NOTHING,
    id: row.id,
    sort: 'assessment',
    person: names.person(row.person_id),
    at: row.submitted_at!,
    day: row.begins,
    by: row.submitted_by_id && names.person(row.submitted_by_id),
    assessment: { name, period, score: scoreOf(row.definition, row.marks), confirmedAt: row.confirmed_at },
  };
}

/** A source or sanction that the settings name no more keeps its key. */
function wordsOf(list: readonly { key: string; name: Words }[], key: string): Words {
  return list.find((one) => one.key === key)?.name ?? untranslated(key);
}

function ofFinding({ context, names, rules, staff }: Around, row: Selectable<StaffFindingTable>): Line {
  const withdrawn = row.withdrawn_at !== null;
  return {
    ...NOTHING,
    id: row.id,
    sort: 'finding',
    person: names.person(row.person_id),
    at: row.at,
    day: row.day,
    by: names.person(row.by_id),
    finding: {
      source: wordsOf(rules.personnel.sources, row.source),
      bearing: row.bearing,
      text: row.text,
      withdrawn: withdrawn
        ? { by: names.person(row.withdrawn_by_id!), at: row.withdrawn_at!, because: row.withdrawn_because! }
        : null,
      can: {
        withdraw: withdrawn
          ? refusal('staff_finding.withdrawn')
          : whyNotReach(staff, context.actor, RECORDS_BY, row.person_id),
      },
    },
  };
}

function ofBreach({ context, names, rules, staff }: Around, row: Selectable<StaffBreachTable>): Line {
  const { actor } = context;
  const own = row.person_id === actor.personId;
  const records = own ? null : whyNotReach(staff, actor, RECORDS_BY, row.person_id);
  return {
    ...NOTHING,
    id: row.id,
    sort: 'breach',
    person: names.person(row.person_id),
    at: row.at,
    day: row.day,
    by: names.person(row.by_id),
    breach: {
      rule: row.rule,
      facts: row.facts,
      statement: row.stated_at && {
        by: names.person(row.stated_by_id!),
        at: row.stated_at,
        text: row.statement!,
      },
      decision: row.decided_at && {
        by: names.person(row.decided_by_id!),
        at: row.decided_at,
        sanction: wordsOf(rules.personnel.sanctions, row.sanction!),
        remark: row.remark,
      },
      can: {
        state: records ?? whyNotState(row),
        decide: whyNotReach(staff, actor, DISCIPLINES_BY, row.person_id) ?? whyNotDecide(row),
      },
    },
  };
}

function ofMove({ context, names }: Around, row: Selectable<StaffMoveTable>): Line {
  return {
    ...NOTHING,
    id: row.id,
    sort: 'move',
    person: names.person(row.person_id),
    at: row.proposed_at,
    day: row.day,
    by: names.person(row.proposed_by_id),
    move: {
      sort: row.sort,
      from: row.from_post_id && names.post(row.from_post_id),
      to: row.to_post_id && names.post(row.to_post_id),
      state: stateOf(row, context.now),
    },
  };
}
