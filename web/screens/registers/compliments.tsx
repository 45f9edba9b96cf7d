import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { complimentCountsOut, complimentLineOut } from '../../../src/compliment/view.ts';
import { useRead } from '../../server/queries.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { RegisterFilters } from './filters.tsx';
import { Register } from './register.tsx';
import styles from './registers.module.css';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/registers');

type Line = z.output<typeof complimentLineOut>;
type Counts = z.output<typeof complimentCountsOut>;

const aboutWords = (row: Line): string =>
  listWords([...row.people.map((one) => one.name), ...row.departments.map((one) => said(one.name))]);

const columns = (): Column<Line>[] => [
  { key: 'at', label: t('registers.passed_on'), width: '8rem', always: true, cell: (row) => <When at={row.at} /> },
  { key: 'number', label: t('list.number'), width: '5rem', cell: (row) => row.number },
  { key: 'about', label: t('compliments.people'), width: 'minmax(6rem, 1fr)', always: true, cell: aboutWords },
  { key: 'said', label: t('registers.said'), width: 'minmax(10rem, 3fr)', cell: (row) => row.said },
  {
    key: 'answer',
    label: t('compliments.answer'),
    width: 'minmax(6rem, 0.8fr)',
    cell: (row) => (row.answer === 'standard' ? t('registers.answer_standard') : t('registers.answer_own')),
  },
];

const phoneRow = (row: Line) => (
  <TwoLines subject={row.said} beside={<When at={row.at} className="dim" />} facts={[aboutWords(row)]} />
);

/** All of them, with how many about whom. */
export function Compliments() {
  const { person: _, department: __, ...query } = queryOf({ ...route.useSearch(), view: 'compliments' });
  const { data } = useRead<Counts>('compliments/counts', { about: ['ticket'], query, keep: true });
  return (
    <Register<Line>
      view="compliments"
      path="compliments"
      columns={columns}
      phoneRow={phoneRow}
      filters={
        <>
          <RegisterFilters view="compliments" asks={['department', 'person']} />
          {data ? <Counted counts={data} /> : null}
        </>
      }
    />
  );
}

function Counted({ counts }: { counts: Counts }) {
  const of = (name: string, n: number) => `${name} ${n}`;
  return (
    <p className={styles['counts']}>
      <span>{t('registers.compliments', { count: counts.total, standard: counts.standard })}</span>
      <span>{listWords(counts.people.map((one) => of(one.person.name, one.n)))}</span>
      <span>{listWords(counts.departments.map((one) => of(said(one.department.name), one.n)))}</span>
    </p>
  );
}

/** What was said of oneself. */
export function MyCompliments() {
  return (
    <Register<Line>
      view="mine"
      path="compliments/mine"
      columns={columns}
      phoneRow={phoneRow}
      opens={false}
      filters={<RegisterFilters view="mine" asks={[]} />}
    />
  );
}
