import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { visitShareOut } from '../../../src/return-visit/share-view.ts';
import { useRead } from '../../server/queries.ts';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { monthFrom, periodOf, thisMonth } from '../../matter/month.ts';
import styles from './quality.module.css';
import type { QualitySearch } from './search.ts';
import { ShareComplaints } from './share-complaints.tsx';
import { percentWords } from '../figures/figure-words.ts';

const route = getRouteApi('/inside/quality');

type Share = z.output<typeof visitShareOut>;
type Counts = Pick<Share, 'handled' | 'visited' | 'reopened' | 'late' | 'answers' | 'satisfaction'>;
type Line = Counts & { key: string; label: string; narrow: Pick<QualitySearch, 'department' | 'person'> };

/** How staff handled the complaints of a month, and whether a fifth of them got a return visit (VISIT-14). */
export function VisitShare() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = monthFrom(search.month);
  const span = periodOf(month);
  const read = useRead<Share>('visit-share', { about: ['ticket', 'return_visit'], query: span, keep: true });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <TextInput
          type="month"
          label={t('quality.month')}
          max={thisMonth()}
          value={month}
          onChange={(event) => {
            const chosen = monthFrom(event.currentTarget.value);
            void navigate({ search: (before) => ({ ...before, month: chosen }) });
          }}
        />
      </div>
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Tables share={read.data} /> : null}
      <ShareComplaints span={span} />
    </div>
  );
}

function Tables({ share }: { share: Share }) {
  const whole: Line = { ...share, key: 'all', label: t('quality.all_complaints'), narrow: {} };
  return (
    <>
      <Verdict share={share} />
      <Lines title={t('quality.share_all')} rows={[whole]} />
      <Lines
        title={t('quality.by_department')}
        rows={share.byDepartment.map((one) => ({
          ...one,
          key: one.department?.id ?? '',
          label: one.department ? said(one.department.name) : t('quality.no_department'),
          narrow: { department: one.department?.id },
        }))}
      />
      <Lines
        title={t('quality.by_person')}
        rows={share.byPerson.map((one) => ({
          ...one,
          key: one.person.id,
          label: one.person.name,
          narrow: { person: one.person.id },
        }))}
      />
    </>
  );
}

/** Said in words: a colour alone would not be read aloud. */
function Verdict({ share: { enough, visited, handled, least } }: { share: Share }) {
  if (enough === null) return <Notice tone="wait">{t('quality.none_closed')}</Notice>;
  const facts = {
    visited: numberWords(visited),
    handled: numberWords(handled),
    percent: percentWords(handled === 0 ? null : visited / handled),
    least,
  };
  return (
    <Notice tone={enough ? 'run' : 'late'}>
      {enough ? t('quality.share_enough', facts) : t('quality.share_short', facts)}
    </Notice>
  );
}

function Lines({ title, rows }: { title: string; rows: readonly Line[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Table
        label={title}
        rows={rows}
        rowId={(row) => row.key}
        columns={[
          { key: 'label', label: t('quality.whose'), cell: (row) => row.label },
          { key: 'handled', label: t('quality.handled'), number: true, cell: (row) => <Narrow row={row} /> },
          {
            key: 'visited',
            label: t('quality.visited'),
            number: true,
            cell: (row) => <Narrow row={row} visited="true" />,
          },
          {
            key: 'share',
            label: t('quality.share'),
            number: true,
            cell: (row) => (
              <>
                {percentWords(row.handled === 0 ? null : row.visited / row.handled)}{' '}
                <ShareBar n={row.visited} of={row.handled} />
              </>
            ),
          },
          { key: 'reopened', label: t('quality.reopened'), number: true, cell: (row) => numberWords(row.reopened) },
          { key: 'late', label: t('quality.late'), number: true, cell: (row) => numberWords(row.late) },
          {
            key: 'satisfaction',
            label: t('quality.satisfaction'),
            number: true,
            cell: (row) =>
              row.satisfaction === null
                ? '–'
                : t('quality.average_of', {
                    average: numberWords(Math.round(row.satisfaction * 100) / 100),
                    count: row.answers,
                  }),
          },
        ]}
      />
    </Section>
  );
}

/** A number that opens its records, below. */
function Narrow({ row, visited }: { row: Line; visited?: 'true' }) {
  const navigate = route.useNavigate();
  const open = () =>
    void navigate({
      search: (before) => ({ ...before, department: row.narrow.department, person: row.narrow.person, visited }),
    });
  return (
    <button
      type="button"
      className={styles['number']}
      aria-label={t('quality.show_records', {
        n: numberWords(visited ? row.visited : row.handled),
        whose: row.label,
        what: visited ? t('quality.visited') : t('quality.handled'),
      })}
      onClick={open}
    >
      {numberWords(visited ? row.visited : row.handled)}
    </button>
  );
}
