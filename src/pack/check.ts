import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotCanned } from './canned.ts';
import { whyNotKind } from './check-kind.ts';
import { whyNotApplications } from './custody.ts';
import { whyNotSettingsOfHouse } from './check-house.ts';
import { twice, whyNotAgainst } from './check-names.ts';
import { whyNotLadder, whyNotLimit } from './check-ladder.ts';
import { whyNotSpotCheckPlan } from '../spot-check/plan.ts';
import { whyNotWords } from './check-words.ts';
import { whyNotRoundPlan } from '../round/plan.ts';
import type { ReportPost } from '../summary/plan.ts';
import { reportPost, whyNotReportPlans } from '../summary/plan.ts';
import type { Pack } from './format.ts';
import type { Settings } from './settings-shape.ts';

type Post = Pack['posts'][number];

function whyNotPosts(pack: Pack): Refusal[] {
  const posts = new Map(pack.posts.map((post) => [post.key, post]));
  const departments = new Set(pack.departments.map((department) => department.key));
  return pack.posts.flatMap((post) => {
    const path = `posts.${post.key}`;
    return [
      ...whyNotAgainst(departments, post.department, `${path}.department`),
      ...whyNotAgainst(posts, post.superior, `${path}.superior`),
      ...(reachesItself(post, posts) ? [refusal('pack.superior_cycle', { path: `${path}.superior` })] : []),
      ...(post.neverEmpty && post.deputies === 0 ? [refusal('pack.never_empty_alone', { path })] : []),
    ];
  });
}

function reachesItself(post: Post, posts: ReadonlyMap<string, Post>): boolean {
  const seen = new Set([post.key]);
  for (let above = post.superior; above !== undefined; above = posts.get(above)?.superior) {
    if (seen.has(above)) return above === post.key;
    seen.add(above);
  }
  return false;
}

/** Whoever a ladder may name must exist: a department without a head would send its notices past everybody who can act. */
function whyNotStaffed(pack: Pack): Refusal[] {
  const roles = new Set(pack.posts.map((post) => post.role));
  const needed = ['front_desk', 'supervisor', 'centre_manager', 'deputy_general_manager', 'company_leader'] as const;
  const headed = new Set(pack.posts.filter((post) => post.role === 'department_head').map((post) => post.department));
  const administrator = pack.posts.find((post) => post.key === pack.administratorPost);
  return [
    ...needed.filter((role) => !roles.has(role)).map((role) => refusal('pack.role_missing', { path: 'posts', role })),
    ...pack.departments
      .filter((department) => !headed.has(department.key))
      .map((department) => refusal('pack.department_headless', { path: `departments.${department.key}` })),
    ...(administrator && administrator.rights['people.edit'] !== 'organisation'
      ? [refusal('pack.administrator_powerless', { path: `posts.${administrator.key}.rights` })]
      : []),
  ];
}

function whyNotCalendars(pack: Pack): Refusal[] {
  const calendars = new Set(pack.calendars.map((calendar) => calendar.key));
  return [
    ...whyNotAgainst(calendars, pack.receptionCalendar, 'receptionCalendar'),
    // limits counted by the calendar that never closes need one
    ...whyNotAgainst(calendars, 'always', 'calendars'),
    ...pack.departments.flatMap((department) =>
      whyNotAgainst(calendars, department.calendar, `departments.${department.key}.calendar`),
    ),
    ...pack.calendars
      .filter((calendar) => Object.values(calendar.weekly).every((spans) => spans.length === 0))
      .map((calendar) => refusal('calendar.never_opens', { path: `calendars.${calendar.key}` })),
  ];
}

/** What is wrong with the settings of an organisation that has these posts, each with its path. */
export function whyNotSettings(settings: Settings, posts: ReadonlyMap<string, ReportPost>): Refusal[] {
  return [
    ...Object.entries(settings.limits).flatMap(([name, limit]) => (limit ? whyNotLimit(limit, `limits.${name}`) : [])),
    ...whyNotLadder(settings.promiseLadder, 'promiseLadder'),
    ...twice(settings.severities, 'severities'),
    ...twice(settings.pauses, 'pauses'),
    ...twice(settings.canned ?? [], 'canned'),
    ...twice(settings.reports ?? [], 'reports'),
    ...whyNotReportPlans(settings.reports ?? [], posts),
    ...whyNotSettingsOfHouse(settings, posts),
    ...(['ordinary', 'major', 'grave'] as const)
      .filter((key) => !settings.severities.some((severity) => severity.key === key))
      .map((key) => refusal('pack.name_dangling', { path: 'severities', name: key })),
  ];
}

function reportPostsOf({ posts }: Pack): ReadonlyMap<string, ReportPost> {
  return new Map(posts.map((post) => [post.key, reportPost(post.rights, post.department !== undefined)]));
}

function whyNotDigits(pack: Pack): Refusal[] {
  const digits = pack.kinds.map((kind) => kind.digit);
  return pack.kinds
    .filter((kind, at) => kind.digit !== undefined && digits.indexOf(kind.digit) !== at)
    .map((kind) => refusal('pack.digit_twice', { path: `kinds.${kind.key}.digit`, digit: kind.digit! }));
}

/** What a failed line opens is a kind that there is, with the field that names the line. */
function whyNotOpens(kind: Pack['kinds'][number], kinds: Pack['kinds']): Refusal[] {
  return kind.fields.flatMap((field) => {
    const path = `kinds.${kind.key}.fields.${field.key}.choices`;
    const opens = (field.choices ?? []).flatMap((choice) => choice.failed?.opens ?? []);
    return opens.flatMap((one) => {
      const opened = kinds.find(({ key }) => key === one.kind);
      const fields = new Set(opened?.fields.filter(({ type }) => type === 'text').map(({ key }) => key));
      return opened ? whyNotAgainst(fields, one.pointIn, path) : whyNotAgainst(new Set(), one.kind, path);
    });
  });
}

function whyNotSpotChecks(pack: Pack): Refusal[] {
  const plans = pack.spotChecks ?? [];
  const known = {
    posts: new Set(pack.posts.map((post) => post.key)),
    kinds: new Set(pack.kinds.map((kind) => kind.key)),
  };
  return [
    ...twice(plans, 'spotChecks'),
    ...plans.flatMap((plan) => whyNotSpotCheckPlan(plan, known).map((why) => under(`spotChecks.${plan.key}`, why))),
  ];
}

function whyNotRounds(pack: Pack): Refusal[] {
  const rounds = pack.rounds ?? [];
  const posts = new Set(pack.posts.map((post) => post.key));
  const kinds = new Set(pack.kinds.map((kind) => kind.key));
  const departments = new Set(pack.departments.map((department) => department.key));
  return [
    ...twice(rounds, 'rounds'),
    ...rounds.flatMap((plan) => {
      const path = `rounds.${plan.key}`;
      const wrong = whyNotRoundPlan(plan, kinds);
      return [
        ...whyNotAgainst(posts, plan.post, `${path}.post`),
        ...whyNotAgainst(posts, plan.followUpPost, `${path}.followUpPost`),
        ...whyNotLadder(plan.ladder, `${path}.ladder`),
        ...plan.lines.flatMap((line) => whyNotAgainst(departments, line.department, `${path}.lines.${line.key}`)),
        ...(wrong ? [under(path, wrong)] : []),
      ];
    }),
  ];
}

/** Everything that is wrong with a pack, each refusal with the path of its fault. An empty list: it may be used. */
export function whyNotPack(pack: Pack): Refusal[] {
  const known = {
    departments: new Set(pack.departments.map((department) => department.key)),
    pauses: new Set(pack.pauses.map((pause) => pause.key)),
    approvers: new Set(pack.posts.filter((post) => post.rights['ticket.see']).map((post) => post.key)),
  };
  return [
    ...(['calendars', 'departments', 'posts', 'kinds'] as const).flatMap((part) => twice(pack[part], part)),
    ...whyNotCalendars(pack),
    ...whyNotPosts(pack),
    ...whyNotAgainst(new Set(pack.posts.map((post) => post.key)), pack.administratorPost, 'administratorPost'),
    ...whyNotStaffed(pack),
    ...whyNotDigits(pack),
    ...whyNotRounds(pack),
    ...whyNotSettings(pack, reportPostsOf(pack)),
    ...whyNotApplications(pack.custodyKinds ?? [], new Map(pack.kinds.map((kind) => [kind.key, kind]))),
    ...whyNotCanned(pack.canned ?? [], {
      kinds: new Map(pack.kinds.map((kind) => [kind.key, kind])),
      departments: known.departments,
    }),
    ...pack.kinds.flatMap((kind) => whyNotKind(kind, known).map((why) => under(`kinds.${kind.key}`, why))),
    ...pack.kinds.flatMap((kind) => whyNotOpens(kind, pack.kinds)),
    ...whyNotSpotChecks(pack),
    ...whyNotWords(pack),
  ];
}

function under(prefix: string, { code, params }: Refusal): Refusal {
  return refusal(code, { ...params, path: `${prefix}.${params?.['path'] ?? ''}`.replace(/\.$/, '') });
}
