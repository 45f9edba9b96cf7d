import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay, numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './control-chart.module.css';
import { RecordsLink } from './records-link.tsx';
import type { UpwardAnswer } from './upward.tsx';

type Point = NonNullable<UpwardAnswer['controlChart']>['points'][number];

const rounded = (value: number): string => numberWords(Math.round(value * 10) / 10);

/** Complaints over time against what is usual and its limits: a drawing for the eye, and the table that says it. */
export function ControlChart({ points }: { points: readonly Point[] }) {
  return (
    <Section title={t('upward.chart')} aside={t('upward.chart_why')}>
      <Drawing points={points} />
      <Table
        label={t('upward.chart')}
        rows={points}
        rowId={(row) => row.begins}
        columns={[
          { key: 'part', label: t('upward.part'), cell: (row) => absoluteDay(row.begins) },
          {
            key: 'n',
            label: t('upward.complaints'),
            number: true,
            cell: (row) => (
              <RecordsLink measure="complaints" records={row.records} what={absoluteDay(row.begins)} n={row.n} />
            ),
          },
          { key: 'lower', label: t('upward.lower'), number: true, cell: (row) => rounded(row.lower) },
          { key: 'usual', label: t('upward.usual'), number: true, cell: (row) => rounded(row.usual) },
          { key: 'upper', label: t('upward.upper'), number: true, cell: (row) => rounded(row.upper) },
          {
            key: 'out',
            label: t('upward.out'),
            cell: (row) => (row.out ? <strong>◆ {t('upward.is_out')}</strong> : null),
          },
        ]}
      />
    </Section>
  );
}

const WIDE = 800;
const HIGH = 200;
const ROOM = 12;

/** Limits as steps, for each part has its own; what lies outside is a diamond, so that no colour is needed. */
function Drawing({ points }: { points: readonly Point[] }) {
  const most = Math.max(1, ...points.flatMap(({ n, upper }) => [n, upper]));
  const step = WIDE / Math.max(1, points.length);
  const y = (value: number): number => HIGH - ROOM - (value / most) * (HIGH - 2 * ROOM);
  const x = (at: number): number => (at + 0.5) * step;
  const steps = (of: (point: Point) => number): string =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${at * step},${y(of(point))} H${(at + 1) * step}`).join(' ');
  return (
    <svg className={styles['chart']} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden>
      <path className={styles['usual']} d={steps(({ usual }) => usual)} />
      <path className={styles['limit']} d={steps(({ upper }) => upper)} />
      <path className={styles['limit']} d={steps(({ lower }) => lower)} />
      <polyline className={styles['counted']} points={points.map(({ n }, at) => `${x(at)},${y(n)}`).join(' ')} />
      {points.map(({ begins, n, out }, at) =>
        out ? (
          <path key={begins} className={styles['out']} d={`M${x(at)},${y(n) - 11} l11,11 l-11,11 l-11,-11 Z`} />
        ) : (
          <circle key={begins} className={styles['point']} cx={x(at)} cy={y(n)} r={6} />
        ),
      )}
    </svg>
  );
}
