import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import type { Owed } from './owed-by-me.ts';

/**
 * What a thing is called: its title as somebody wrote it, or the house's own word for its plan, department or post; the first day
 * of its period, YYYY-MM-DD; and the number people call it by.
 */
export type Called = { title?: string | null; name?: Words | null; begins?: string | null; number?: number | null };
type Row = Called & { id: string };

const ofDepartment = (table: string) =>
  sql`select x.id, d.name, x.begins from ${sql.table(table)} x join department d on d.id = x.department_id where x.id`;
const ofDepartmentMonth = (table: string) =>
  sql`select x.id, d.name, x.month as begins from ${sql.table(table)} x join department d on d.id = x.department_id where x.id`;
const ofPost = (table: string) =>
  sql`select x.id, p.name from ${sql.table(table)} x join post p on p.id = x.post_id where x.id`;
const titled = (table: string) => sql`select x.id, x.title from ${sql.table(table)} x where x.id`;

const ARTICLE = sql`from article a join article_version v on v.article_id = a.id and v.version = a.version`;

/** By type, the row that says it, found by its key. */
const SAID: Readonly<Record<string, RawBuilder<unknown>>> = {
  round: sql`select r.id, v.content->'name' as name, r.begins
    from round r join round_plan_version v on v.plan_id = r.plan_id and v.version = r.version where r.id`,
  spot_check: sql`select s.id, p.definition->'name' as name, s.begins
    from spot_check s join spot_check_plan p on p.key = s.plan_key and p.version = s.plan_version where s.id`,
  summary: sql`select s.id, coalesce(s.plan->'name', d.name) as name, s.begins
    from summary s left join department d on d.id = s.department_id where s.id`,
  budget: ofDepartmentMonth('budget'),
  expense: sql`select e.id, left(concat_ws(' · ', e.supplier, e.what_for), 120) as title from expense e where e.id`,
  material_plan: ofDepartmentMonth('material_plan'),
  material_request: sql`select r.id, concat_ws(' ', m.name, r.quantity || m.unit) as title
    from material_request r join material m on m.id = r.material_id where r.id`,
  accounts: sql`select a.id, a.begins from accounts a where a.id`,
  daily_record: ofDepartment('daily_record'),
  token_review: sql`select r.id, r.begins from token_review r where r.id`,
  shift_note: ofPost('shift_note'),
  handover_day: sql`select x.id, p.name, x.day as begins from handover_day x join post p on p.id = x.post_id where x.id`,
  duty_confirmation: ofPost('duty_confirmation'),
  article: sql`select a.id, v.title->>v.language as title ${ARTICLE} where a.id`,
  article_reading: sql`select r.id, v.title->>v.language as title ${ARTICLE} join article_reading r on r.article_id = a.id where r.id`,
  article_acceptance: sql`select r.id, v.title->>v.language as title ${ARTICLE} join article_acceptance r on r.article_id = a.id where r.id`,
  article_amendment: sql`
    select x.id, v.title->>v.language as title ${ARTICLE} join article_amendment x on x.article_id = a.id where x.id`,
  feedback: sql`select f.id, d.name from feedback f join department d on d.id = f.department_id where f.id`,
  improvement: sql`select i.id, i.title, i.number::int as number from improvement i where i.id`,
  work_item: titled('work_item'),
  work_plan: titled('work_plan'),
  disturbance: sql`select x.id, left(coalesce(nullif(x.spot, ''), x.happened), 120) as title from disturbance x where x.id`,
  rectification: sql`
    select n.id, coalesce(t.title, nullif(left(n.findings, 120), '')) as title, d.name, n.number::int as number
    from rectification n join department d on d.id = n.department_id left join ticket t on t.id = n.ticket_id where n.id`,
  conversation: sql`select c.id, left(concat_ws(' · ', coalesce(u.name, nullif(c.correspondent_name, ''), c.correspondent), nullif(c.subject, '')), 200) as title
    from conversation c left join customer u on u.id = c.customer_id where c.id`,
  outreach_contact: sql`select x.id, concat_ws(' · ', u.name, o.name) as title from outreach_contact x
    join outreach o on o.id = x.outreach_id join customer u on u.id = x.customer_id where x.id`,
  custodian_contact: sql`select x.id, u.name as title from custodian_contact x join customer u on u.id = x.customer_id where x.id`,
  customer_archive: sql`select x.id, u.name as title from customer_archive x join customer u on u.id = x.customer_id where x.id`,
  charge_run: sql`select r.id, r.item->'name' as name, r.begins from charge_run r where r.id`,
  charge: sql`select c.id, c.item->'name' as name, c.begins from charge c where c.id`,
  dunning: sql`select d.id, u.name as title from dunning d join customer u on u.id = d.customer_id where d.id`,
  charge_delivery: sql`select d.id, d.begins from charge_delivery d where d.id`,
  custody_item: sql`select i.id, concat_ws(' ', i.number, i.label) as title from custody_item i where i.id`,
  // what the house calls the count stands in its settings as they are now
  custody_count: sql`select c.id, c.begins, (select p->'name' from settings_version v, jsonb_array_elements(v.content->'custodyCounts') p
    where v.version = (select max(version) from settings_version) and p->>'key' = c.plan_key) as name from custody_count c where c.id`,
  meeting: titled('meeting'),
  meeting_due: sql`select x.id, x.sort_name as name, x.begins from meeting_due x where x.id`,
  // whoever sees what is owed need not read the archives
  document: sql`select x.id, case when not x.restricted then x.subject end as title from document x where x.id`,
  liaison_matter: sql`select m.id, concat_ws(' · ', b.name, m.subject) as title
    from liaison_matter m join liaison_body b on b.id = m.body_id where m.id`,
  liaison_body: sql`select b.id, b.name as title from liaison_body b where b.id`,
  contractor_due: sql`select d.id, k.name as title, d.begins
    from contractor_due d join contractor k on k.id = d.contractor_id where d.id`,
  contractor_fault: sql`select f.id, left(concat_ws(' · ', k.name, f.not_conform), 120) as title
    from contractor_fault f join contractor k on k.id = f.contractor_id where f.id`,
  dispatch_order: sql`select o.id, left(o.what, 120) as title from dispatch_order o where o.id`,
  survey_round: sql`select r.id, r.questionnaire->'name' as name, r.begins from survey_round r where r.id`,
  survey_issue: sql`select i.id, r.questionnaire->'name' as name, i.on_day as begins
    from survey_issue i join survey_round r on r.id = i.round_id where i.id`,
  survey_cause: sql`select k.id, k.measure as title from survey_cause k where k.id`,
  rota_gap: sql`select g.id, g.day as begins from rota_gap g where g.id`,
  shift: sql`select s.id, s.day as begins from shift s where s.id`,
  leave_request: sql`select l.id, p.name as title from leave_request l join person p on p.id = l.person_id where l.id`,
  diary_day: sql`select d.id, d.day as begins from diary_day d where d.id`,
  wage_table: sql`select w.id, w.begins from wage_table w where w.id`,
  attendance_month: sql`select m.id, m.begins from attendance_month m where m.id`,
  notice_receipt: sql`select r.id, concat_ws(' · ', p.code, u.name, t.title) as title, t.number::int as number from notice_receipt r
    join ticket t on t.id = r.ticket_id join customer u on u.id = r.customer_id join place p on p.id = r.place_id where r.id`,
  phone_call: sql`select c.id, u.name as title from phone_call c left join customer u on u.id = c.customer_id where c.id`,
  arrival: sql`select a.id, coalesce(u.name, nullif(a.name, ''), p.code) as title
    from arrival a left join customer u on u.id = a.customer_id left join place p on p.id = a.place_id where a.id`,
  staff_assessment: sql`select a.id, p.name as title, a.begins
    from staff_assessment a join person p on p.id = a.person_id where a.id`,
  staff_move: sql`select m.id, p.name as title from staff_move m join person p on p.id = m.person_id where m.id`,
  return_visit: sql`select v.id, t.title, t.number::int as number
    from return_visit v join ticket t on t.id = v.ticket_id where v.id`,
};

/** What each is called, by its id: one small statement for each type that is there, mostly one or two. */
export async function namesOfThings(
  { tx }: Context,
  things: readonly Pick<Owed, 'subject_type' | 'subject_id'>[],
): Promise<ReadonlyMap<string, Called>> {
  const named = new Map<string, Called>();
  for (const [type, some] of Map.groupBy(things, (one) => one.subject_type)) {
    const said = SAID[type];
    if (!said) continue;
    const ids = some.map((one) => one.subject_id);
    const { rows } = await sql<Row>`${said} = any(${ids}::uuid[])`.execute(tx);
    for (const { id, ...called } of rows) named.set(id, called);
  }
  return named;
}
