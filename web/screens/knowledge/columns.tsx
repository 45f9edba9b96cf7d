import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { dateOf } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { ArticleLine } from './knowledge.ts';
import { languageOf, readable } from '../../matter/written.ts';
import { audienceWords, ownerWords, sortWords } from './knowledge.ts';

function Title({ row }: { row: ArticleLine }) {
  const { tag, says } = languageOf(row.title, row);
  return (
    <>
      <span lang={tag}>{readable(row.title, row)}</span> {says ? <span className="dim">{says}</span> : null}
    </>
  );
}

export const columns = (): Column<ArticleLine>[] => [
  {
    key: 'title',
    label: t('knowledge.title'),
    width: 'minmax(12rem, 1.6fr)',
    always: true,
    cell: (row) => <Title row={row} />,
  },
  {
    key: 'excerpt',
    label: t('knowledge.begins'),
    width: 'minmax(10rem, 2fr)',
    cell: (row) => <span className="dim">{readable(row.excerpt, row)}</span>,
  },
  { key: 'sort', label: t('knowledge.sort'), width: '8rem', cell: (row) => sortWords(row.sort) },
  { key: 'audience', label: t('knowledge.audience'), width: '8rem', cell: audienceWords },
  { key: 'owner', label: t('knowledge.owner'), width: 'minmax(6rem, 0.8fr)', cell: ownerWords },
  {
    key: 'confirmed',
    label: t('knowledge.confirmed'),
    width: '8rem',
    cell: (row) => <When at={row.confirmedAt} />,
  },
  { key: 'uses', label: t('knowledge.uses'), width: '5rem', cell: (row) => row.uses },
];

export function PhoneRow(row: ArticleLine) {
  return (
    <TwoLines
      subject={readable(row.title, row)}
      beside={<span className="dim">{sortWords(row.sort)}</span>}
      facts={[
        audienceWords(row),
        t('knowledge.confirmed_on', { date: dateOf(row.confirmedAt) }),
        readable(row.excerpt, row),
      ]}
    />
  );
}
