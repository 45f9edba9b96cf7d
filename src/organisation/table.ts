import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Json, JsonOrDefault } from '../kernel/json.ts';

export type CalendarTable = {
  id: Id<'calendar'>;
  key: string;
  name: Json<unknown>;
};

export type CalendarVersionTable = {
  calendar_id: Id<'calendar'>;
  version: number;
  rules: Json<unknown>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type CentreTable = {
  id: Id<'centre'>;
  name: string;
  phone: string | null;
  complaint_line: string | null;
  address: string | null;
  zone: string;
  reception_calendar_id: Id<'calendar'>;
  /** What the customer's page says besides, by src/organisation/customer-page.ts. */
  page: JsonOrDefault<unknown>;
};

export type DepartmentTable = {
  id: Id<'department'>;
  key: string;
  centre_id: Id<'centre'>;
  name: Json<unknown>;
  calendar_id: Id<'calendar'>;
  /** An outside firm is a department whose people may have no account. */
  outside_firm: Generated<boolean>;
  phone: string | null;
  closed_at: Instant | null;
};

export type PostTable = {
  id: Id<'post'>;
  key: string;
  name: Json<unknown>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  rights: Json<unknown>;
  /** Who hears of lateness next; null at the top. */
  superior_post_id: Id<'post'> | null;
  /** What ladders call it: one of src/organisation/role.ts. */
  role: string;
  never_empty: Generated<boolean>;
  /** How many deputies may be named. */
  most_deputies: Generated<number>;
  closed_at: Instant | null;
};

export type PersonTable = {
  id: Id<'person'>;
  username: string;
  name: string;
  phone: string | null;
  email: string | null;
  language: Generated<'en' | 'zh-hans' | 'zh-hant'>;
  preferences: JsonOrDefault<Record<string, unknown>>;
  skills: Generated<string[]>;
  on_duty: Generated<boolean>;
  duty_changed_at: Instant | null;
  joined_at: Instant;
  left_at: Instant | null;
};

export type PersonPostTable = {
  person_id: Id<'person'>;
  post_id: Id<'post'>;
  /** 1, 2, ... for deputies in their order; null for the holder. */
  deputy_rank: number | null;
  since: Instant;
};

export type AbsenceTable = {
  id: Id<'absence'>;
  person_id: Id<'person'>;
  from_at: Instant;
  until_at: Instant | null;
  reason: string;
  /** Who took over what was open. */
  successor_id: Id<'person'> | null;
  /** When it began and everything open moved; null until then, for one may be reported ahead. */
  begun_at: Instant | null;
  ended_at: Instant | null;
};

/** A post as it stood after a change, with who and why. */
export type PostVersionTable = {
  post_id: Id<'post'>;
  version: number;
  content: Json<unknown>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

/** A centre as it stood after a change, with who and why. */
export type CentreVersionTable = Omit<DepartmentVersionTable, 'department_id'> & { centre_id: Id<'centre'> };

/** A department as it stood after a change, with who and why. */
export type DepartmentVersionTable = {
  department_id: Id<'department'>;
  version: number;
  content: Json<unknown>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};
