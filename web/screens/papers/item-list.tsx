import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { MEETING_ITEM_SORTS } from '../../../src/meeting/meeting.ts';
import type { MeetingItemView } from '../../../src/meeting/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { useAsked } from './filters.tsx';
import { queryOf } from './queries.ts';
import { itemState } from './words.ts';

const route = getRouteApi('/inside/papers');

/** Problems and ideas that meetings left to be done, with who sees to each (MEET-04). */
export function Items() {
  const navigate = useNavigate();
  const query = queryOf.items(route.useSearch());
  const pages = usePages<MeetingItemView>('meeting-items', { about: ['meeting', 'work_item', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const { period, yes, person, filter } = useAsked();
  return (
    <List
      name="meeting-items"
      label={t('papers.list_items')}
      rows={rows}
      rowId={(row) => row.id}
      columns={itemColumns()}
      phoneRow={ItemRow}
      open={(row) => void navigate({ to: `/papers/meetings/${row.meeting.id}` as never })}
      filters={
        <FiltersAndTakeOut list="meeting-items" name={t('papers.list_items')} query={query}>
          <FilterSentence
            subject={t('papers.list_items')}
            filters={[
              period(),
              filter(
                'sort',
                t('papers.sort'),
                MEETING_ITEM_SORTS.map((value) => ({ value, label: t(`papers.item_${value}`) })),
              ),
              yes('open', t('papers.item_open'), t('papers.item_done')),
              person(t('papers.in_charge')),
            ]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('papers.no_items')}>{t('papers.no_items_why')}</EmptyState>}
    />
  );
}

const itemColumns = (): Column<MeetingItemView>[] => [
  { key: 'due', label: t('papers.due'), width: '8rem', always: true, cell: (row) => <When at={row.dueAt} /> },
  { key: 'title', label: t('papers.what'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.title },
  { key: 'sort', label: t('papers.sort'), width: '6rem', cell: (row) => t(`papers.item_${row.sort}`) },
  { key: 'person', label: t('papers.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  { key: 'state', label: t('papers.state'), width: 'minmax(6rem, 0.8fr)', cell: itemState },
  { key: 'outcome', label: t('papers.outcome'), width: 'minmax(8rem, 1.5fr)', cell: (row) => row.outcome },
  {
    key: 'meeting',
    label: t('papers.meeting'),
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: (row) => row.meeting.title,
  },
];

function ItemRow(row: MeetingItemView) {
  const facts = [t(`papers.item_${row.sort}`), itemState(row), row.person.name];
  return <TwoLines subject={row.title} beside={<When at={row.dueAt} className="dim" />} facts={facts} />;
}
