import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { t } from '../../words/words.ts';
import type { Disturbance } from './disturbance.ts';
import { stateWords } from './disturbance.ts';
import { DisturbanceForm } from './form.tsx';
import { queryOf, sorts, states } from './search.ts';

const route = getRouteApi('/inside/disturbances');

/** The register of what disturbed the order of the centre (RECP-09): when, where, what was done, who was told. */
export function Disturbances() {
  const search = route.useSearch();
  const records = useRight('contact.record');
  const [opened, setOpened] = useState<Disturbance | 'new' | null>(null);
  const pages = usePages<Disturbance>('disturbances', { about: ['disturbance', 'clock'], query: queryOf(search) });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const close = () => setOpened(null);
  const record = () => setOpened('new');
  return (
    <Page
      title={t('disturbances.title')}
      shape="fill"
      actions={
        <>
          <SendIn list="disturbances" name={t('disturbances.title')} />
          {records ? <ActionButton label={t('disturbances.record')} icon={IconPlus} hotkey="N" onRun={record} /> : null}
        </>
      }
    >
      <List
        name="disturbances"
        label={t('disturbances.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={setOpened}
        filters={
          <FiltersAndTakeOut list="disturbances" name={t('disturbances.title')} query={queryOf(search)}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('disturbances.none')}>{t('disturbances.none_why')}</EmptyState>}
      />
      <Dialog
        opened={opened !== null}
        close={close}
        title={opened === 'new' || opened === null ? t('disturbances.record') : t(`disturbances.sort_${opened.sort}`)}
      >
        {opened ? <DisturbanceForm one={opened === 'new' ? null : opened} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

function whereOf({ place, spot }: Disturbance): string {
  return [place?.code, spot].filter(Boolean).join(' · ');
}

function toldOf({ told, toldOthers }: Disturbance): string {
  return listWords([...told.map((one) => one.name), toldOthers].filter(Boolean));
}

function columns(): Column<Disturbance>[] {
  return [
    {
      key: 'at',
      label: t('disturbances.at'),
      width: '8rem',
      always: true,
      cell: (row) => <When at={row.happenedAt} />,
    },
    {
      key: 'happened',
      label: t('disturbances.happened'),
      width: 'minmax(10rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{row.happened}</span>,
    },
    {
      key: 'sort',
      label: t('disturbances.sort'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => t(`disturbances.sort_${row.sort}`),
    },
    { key: 'where', label: t('disturbances.where'), width: 'minmax(6rem, 1fr)', cell: whereOf },
    { key: 'measures', label: t('disturbances.measures'), width: 'minmax(7rem, 1.2fr)', cell: (row) => row.measures },
    { key: 'told', label: t('disturbances.told'), width: 'minmax(6rem, 1fr)', cell: toldOf },
    { key: 'state', label: t('disturbances.state'), width: 'minmax(7rem, 0.8fr)', cell: stateWords },
    { key: 'by', label: t('disturbances.by'), width: 'minmax(5rem, 0.7fr)', spare: true, cell: (row) => row.by.name },
  ];
}

function PhoneRow(row: Disturbance) {
  const facts = [t(`disturbances.sort_${row.sort}`), whereOf(row), stateWords(row)];
  return <TwoLines subject={row.happened} beside={<When at={row.happenedAt} className="dim" />} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const names = peopleOptions(people);
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('disturbances.title')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'sort',
          t('disturbances.sort'),
          sorts.map((value) => ({ value, label: t(`disturbances.sort_${value}`) })),
        ),
        filter(
          'state',
          t('disturbances.state'),
          states.map((value) => ({ value, label: t(`disturbances.${value}`) })),
        ),
        filter('told', t('disturbances.told'), names, ({ label }) => t('disturbances.says_told', { name: label })),
        filter('by', t('disturbances.by'), names, ({ label }) => t('disturbances.says_by', { name: label })),
      ]}
    />
  );
}
