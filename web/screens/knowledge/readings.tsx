import type { z } from 'zod';
import type { readingsOut } from '../../../src/knowledge/view-acts.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { readable } from '../../matter/written.ts';

type Answer = z.output<typeof readingsOut>;
type Reading = Answer['items'][number];

/** What all must have read, who has confirmed the version in force and who has not; the duties of posts stand apart (KNOW-07). */
export function Readings() {
  const read = useRead<Answer>('articles/readings', { about: ['article', 'article_reading', 'clock'] });
  if (read.isPending) return <LoadingLines count={10} />;
  if (read.error && !read.data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const items = read.data?.items ?? [];
  return (
    <>
      <p>
        <Go to="/day-plan/duties">{t('knowledge.duties_too')}</Go>
      </p>
      {items.length === 0 ? (
        <EmptyState title={t('knowledge.no_readings')}>{t('knowledge.no_readings_why')}</EmptyState>
      ) : null}
      {items.map((one) => (
        <OneReading key={one.id} one={one} />
      ))}
    </>
  );
}

function OneReading({ one }: { one: Reading }) {
  const confirmed = one.people.filter((who) => who.confirmedAt).length;
  const title = readable(one.title, one);
  return (
    <Section
      title={title}
      aside={[
        t('knowledge.n_version', { n: one.version }),
        t('knowledge.confirmed_of', { n: confirmed, of: one.people.length }),
      ].join(' · ')}
      actions={
        <Go to={`/knowledge/${one.id}`}>
          {t(one.mine && !one.mine.confirmedAt ? 'knowledge.read_and_confirm' : 'knowledge.open')}
        </Go>
      }
    >
      {one.people.length > 0 ? (
        <Table
          label={t('knowledge.who_read', { title })}
          rows={one.people}
          rowId={(row) => row.person.id}
          columns={[
            { key: 'name', label: t('knowledge.person'), cell: (row) => row.person.name },
            { key: 'confirmed', label: t('knowledge.confirmed_reading'), cell: confirmedWords },
            { key: 'due', label: t('knowledge.due'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
          ]}
        />
      ) : null}
    </Section>
  );
}

function confirmedWords({ confirmedAt, late }: Reading['people'][number]): string {
  if (confirmedAt) return absolute(confirmedAt);
  return t(late ? 'knowledge.not_read_late' : 'knowledge.not_read');
}
