import { IconHandStop, IconKeyboard, IconLink, IconPhone, IconSend, IconSignature } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { receiverOut } from '../../../src/survey/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Act } from './receiver-acts.tsx';
import { ReceiverAct } from './receiver-acts.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED, rateWords } from './survey-words.ts';
import styles from './surveys.module.css';
import { TypeIn } from './type-in.tsx';

export type Receiver = z.output<typeof receiverOut>;
export const receiverStateWords = (state: Receiver['state']): string => t(`surveys.receiver_${state}`);

/** The issue record: handed out, collected, typed in, one or many at a time. */
export function Receivers({ survey }: { survey: Survey }) {
  const query = { survey: survey.id };
  const pages = usePages<Receiver>('survey-receivers', { about: CHANGED, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [acting, act] = useState<{ act: Act; rows: Receiver[] } | null>(null);
  const [typing, type] = useState<Receiver | null>(null);
  const next = (after: Receiver) =>
    rows.find((one) => one.no > after.no && one.state === 'collected') ?? rows.find((one) => one.state === 'collected');
  return (
    <div className={styles['whole']}>
      <p className={styles['head']}>
        <span>{t('surveys.rate')}</span> <strong>{rateWords(survey.results.rate)}</strong>
      </p>
      <List
        name="survey-receivers"
        label={t('surveys.view_receivers')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => (mayType(survey, row) ? type(row) : undefined)}
        actions={actionsOf(survey, (one, chosen) => act({ act: one, rows: chosen }), type)}
        filters={
          <FiltersAndTakeOut list="survey-receivers" name={t('surveys.view_receivers')} query={query}>
            <span>{t('surveys.view_receivers')}</span>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('surveys.nobody_drawn')}>{t('surveys.nobody_drawn_why')}</EmptyState>}
      />
      {acting ? <ReceiverAct survey={survey} act={acting.act} rows={acting.rows} close={() => act(null)} /> : null}
      <Dialog
        opened={typing !== null}
        close={() => type(null)}
        title={typing ? t('surveys.answers_of', { no: typing.no, name: typing.customer.name }) : ''}
      >
        {typing ? (
          <TypeIn
            key={typing.id}
            survey={survey}
            receiver={typing}
            done={() => type((was) => (was ? (next(was)?.id === was.id ? null : (next(was) ?? null)) : null))}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

const mayType = (survey: Survey, row: Receiver): boolean => survey.can['type_in'] === null && row.state !== 'drawn';

function actionsOf(
  survey: Survey,
  act: (act: Act, rows: Receiver[]) => void,
  type: (row: Receiver) => void,
): RowAction<Receiver>[] {
  const may =
    (action: string, ...states: Receiver['state'][]) =>
    (row: Receiver) =>
      states.includes(row.state) ? { [action]: survey.can[action] ?? null } : {};
  const out = { icon: IconSend, can: may('hand_out', 'drawn') };
  return [
    { key: 'hand_out', label: t('surveys.hand_out_paper'), ...out, run: (rows) => act('paper', rows) },
    {
      key: 'hand_out',
      label: t('surveys.hand_out_message'),
      ...out,
      icon: IconLink,
      run: (rows) => act('message', rows),
    },
    { key: 'hand_out', label: t('surveys.hand_out_phone'), ...out, icon: IconPhone, run: (rows) => act('phone', rows) },
    {
      key: 'collect',
      label: t('surveys.collect'),
      icon: IconSignature,
      can: (row) => (row.way === 'paper' ? may('collect', 'handed_out', 'not_returned')(row) : {}),
      run: (rows) => act('collect', rows),
    },
    {
      key: 'collect',
      label: t('surveys.give_up'),
      icon: IconHandStop,
      can: may('collect', 'handed_out'),
      run: (rows) => act('give_up', rows),
    },
    {
      key: 'type_in',
      label: t('surveys.type_in'),
      icon: IconKeyboard,
      single: true,
      can: may('type_in', 'handed_out', 'collected', 'answered', 'not_returned'),
      run: ([row]) => type(row!),
    },
    {
      key: 'hand_out',
      label: t('surveys.link'),
      icon: IconLink,
      single: true,
      can: may('hand_out', 'handed_out', 'not_returned'),
      run: (rows) => act('link', rows),
    },
  ];
}

const columns = (): Column<Receiver>[] => [
  { key: 'no', label: t('surveys.no'), width: '3rem', always: true, cell: (row) => row.no },
  {
    key: 'customer',
    label: t('surveys.receiver'),
    width: 'minmax(7rem, 1.2fr)',
    always: true,
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  { key: 'place', label: t('surveys.place'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.place },
  { key: 'state', label: t('surveys.state'), width: 'minmax(7rem, 1fr)', cell: (row) => receiverStateWords(row.state) },
  {
    key: 'way',
    label: t('surveys.way'),
    width: 'minmax(5rem, 0.6fr)',
    cell: (row) => (row.way ? t(`surveys.way_${row.way}`) : null),
  },
  {
    key: 'out',
    label: t('surveys.handed_out_on'),
    width: '7rem',
    cell: (row) => (row.handedOutOn ? absoluteDay(row.handedOutOn) : null),
  },
  { key: 'by', label: t('surveys.distributor'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.distributor?.name },
  {
    key: 'back',
    label: t('surveys.collected_on'),
    width: '7rem',
    cell: (row) => (row.collectedOn ? absoluteDay(row.collectedOn) : null),
  },
  { key: 'collector', label: t('surveys.collector'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.collector?.name },
];

function PhoneRow(row: Receiver) {
  return (
    <TwoLines
      subject={`${row.no} · ${row.customer.name}`}
      beside={<span className="dim">{receiverStateWords(row.state)}</span>}
      facts={[row.place, row.way ? t(`surveys.way_${row.way}`) : null, row.remark]}
    />
  );
}
