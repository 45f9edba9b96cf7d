import type { z } from 'zod';
import type { namesOut } from '../../../../src/administration/names.ts';
import { useRead } from '../../../server/queries.ts';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import type { Language } from '../../../words/languages.ts';
import { said, t } from '../../../words/words.ts';

type Name = z.output<typeof namesOut>['items'][number];

const most = 40;

/** Names of kinds, stages, posts and whatever else this house called itself: each leads to where it is changed. */
export function FoundNames({ find, spoken }: { find: string; spoken: Language }) {
  const looked = find.trim().toLowerCase();
  const read = useRead<z.output<typeof namesOut>>('words/names', {
    about: ['organisation', 'post', 'department', 'offering'],
    enabled: looked !== '',
  });
  const found = (read.data?.items ?? []).filter(({ name }) => name[spoken].toLowerCase().includes(looked));
  if (looked === '' || found.length === 0) return null;
  return (
    <Section title={t('words.own_names')} aside={numberWords(found.length)}>
      <p className="dim">{t('words.own_names_why')}</p>
      <Table
        label={t('words.own_names')}
        rows={found.slice(0, most)}
        rowId={(row) => `${row.what} ${row.kind} ${row.key}`}
        columns={[
          { key: 'name', label: t('posts.name'), cell: (row) => <Go {...addressOf(row)}>{row.name[spoken]}</Go> },
          { key: 'what', label: t('words.what'), cell: (row) => t(`words.what_${row.what}`) },
          { key: 'of', label: t('words.of_kind'), cell: (row) => (row.of ? said(row.of) : null) },
        ]}
      />
    </Section>
  );
}

type Address = { to: string; search?: Readonly<Record<string, string>> };

/** The editor of the thing itself. */
function addressOf({ what, key, id, kind }: Name): Address {
  if (kind !== null) return { to: `/administration/kinds/${kind}` };
  if (what === 'post') return { to: `/administration/posts/${id}` };
  if (what === 'spot_check_plan') return { to: `/quality/plans/${key}` };
  if (what === 'round_plan') return { to: '/rounds', search: { view: 'plans' } };
  return { to: what === 'offering' ? '/services' : '/administration/departments' };
}
