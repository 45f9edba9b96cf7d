import { said, t } from '../../words/words.ts';
import type { Content, Plan, PlanLine } from './plan.ts';
import { reworded } from './plan.ts';
import type { Way } from './round-words.ts';

export type LineValues = {
  key: string;
  area: string;
  name: string;
  record: PlanLine['record'];
  followUp: string;
  department: string;
  ways: Way[];
};

export type PlanValues = {
  name: string;
  every: Content['every'];
  on: string;
  days: Content['days'];
  by: string;
  /** Minutes by which one walk differs from the last; empty: at any time. */
  varies: string;
  /** Each of which is a round of its own; empty: one round. */
  over: '' | NonNullable<Content['over']>;
  postId: string;
  followUpPostId: string;
  lines: LineValues[];
  closed: boolean;
};

const warned: Content['ladder'] = [
  { at: { share: 0.5 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { share: 1 }, do: 'warn', to: 'centre_manager' },
];

export function newLine(known: readonly LineValues[]): LineValues {
  let number = known.length + 1;
  while (known.some((line) => line.key === `line_${number}`)) number += 1;
  return { key: `line_${number}`, area: '', name: '', record: 'check', followUp: 'task', department: '', ways: [] };
}

const fresh: Omit<PlanValues, 'lines'> = {
  name: '',
  every: 'day',
  on: '1',
  days: 'open',
  by: '09:30',
  varies: '',
  over: '',
  postId: '',
  followUpPostId: '',
  closed: false,
};

/** What the form begins with: a plan as it stands, or as a version had it. */
export function valuesOf(plan: Pick<Plan, 'content' | 'post' | 'followUpPost' | 'closed'> | null): PlanValues {
  if (!plan) return { ...fresh, lines: [newLine([])] };
  const { name, every, on, days, by, varies, over = '', lines } = plan.content;
  return {
    ...fresh,
    name: said(name),
    every,
    on: String(on),
    days,
    by,
    varies: varies === undefined ? '' : String(varies),
    over,
    postId: plan.post.id,
    followUpPostId: plan.followUpPost?.id ?? '',
    lines: lines.map(lineOf),
    closed: plan.closed,
  };
}

function lineOf({ key, area, name, record, followUp, department = '', ways = [] }: PlanLine): LineValues {
  return { key, area: area ? said(area) : '', name: said(name), record, followUp, department, ways };
}

/** What is sent; words nobody changed keep their other languages. */
export function bodyOf(values: PlanValues, plan: Plan | null) {
  const before = plan?.content;
  const lines = values.lines
    .filter((line) => line.name.trim() !== '')
    .map((line) => {
      const was = before?.lines.find((one) => one.key === line.key);
      const area = line.area.trim();
      return {
        key: line.key,
        ...(area ? { area: reworded(was?.area, area) } : {}),
        name: reworded(was?.name, line.name.trim()),
        record: line.record,
        photo: was?.photo ?? line.record !== 'letters',
        followUp: line.followUp,
        ...(line.department ? { department: line.department } : {}),
        ...(line.ways.length > 0 ? { ways: line.ways } : {}),
      };
    });
  return {
    content: {
      name: reworded(before?.name, values.name.trim()),
      every: values.every,
      on: ['day', 'unplanned'].includes(values.every) ? 1 : Number(values.on),
      days: values.days,
      by: values.by,
      ...(values.varies ? { varies: Number(values.varies) } : {}),
      ...(values.over ? { over: values.over } : {}),
      ...(before?.alsoBy ? { alsoBy: before.alsoBy } : {}),
      ladder: before?.ladder ?? warned,
      lines,
    },
    postId: values.postId,
    followUpPostId: values.followUpPostId || null,
    closed: values.closed,
  };
}

/** What is missing before it can be tried. */
export function missingIn(values: PlanValues): string | null {
  if (values.name.trim() === '') return t('rounds.name_needed');
  if (values.postId === '') return t('rounds.post_needed');
  if (!/^\d\d:\d\d$/.test(values.by)) return t('rounds.by_needed');
  return values.lines.some((line) => line.name.trim()) ? null : t('rounds.line_needed');
}
