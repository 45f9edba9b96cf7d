import { IconListCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Late } from '../../frame/arriving.tsx';
import { later } from '../../routes/later.ts';
import { useDesk } from '../../matter/kinds.ts';
import { usePages, pageItems } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords } from '../../ui/stat.tsx';
import { t } from '../../words/words.ts';
import { columns, PhoneRow } from './columns.tsx';
import { FindInFields } from './find-in-fields.tsx';
import type { TicketLine } from './lines.ts';
import { lineId, queryOf } from './lines.ts';
import type { Acting } from './row-acts.tsx';
import { RowAct } from './row-acts.tsx';
import { Sentence } from './sentence.tsx';
import styles from './tickets.module.css';
import { useRowActions } from './use-row-actions.ts';
import { Views } from './views.tsx';

/** Comes when several are chosen. */
const BulkDialog = later(() => import('./bulk/bulk-dialog.tsx').then((file) => file.BulkDialog));

/** Every ticket one may see, worst clock first, narrowed by a sentence. */
export function Tickets() {
  const navigate = useNavigate();
  const filters = useSearch({ from: '/inside/tickets' });
  // The period begins at a midnight: the question stays the same while the list stands.
  const query = useMemo(() => queryOf(filters), [filters]);
  const pages = usePages<TicketLine>('tickets', { about: ['ticket', 'commitment', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const desk = useDesk();
  const kind = desk.items.find((one) => one.key === filters.kind);
  const shown = useMemo(() => columns(kind?.fields), [kind]);
  const [chosen, setChosen] = useState<readonly TicketLine[] | null>(null);
  const several: RowAction<TicketLine> = {
    key: 'bulk',
    label: t('bulk.several'),
    icon: IconListCheck,
    hotkey: 'b',
    small: true,
    run: setChosen,
  };
  const [acting, setActing] = useState<Acting | null>(null);
  const open = (id: string) => void navigate({ to: '/tickets/$id', params: { id } });
  const count = pages.data?.pages[0]?.count;
  const finish = ({ id, next }: Acting) => {
    const after = rows[rows.findIndex((row) => row.id === id) + 1];
    if (next && after) open(after.id);
  };
  return (
    <Page
      title={t('tickets.title')}
      shape="fill"
      aside={count ? countWords(count) : null}
      actions={
        <>
          <TakeOut list="tickets" name={t('tickets.title')} query={query} />
          <SendIn list="tickets" name={t('tickets.title')} />
        </>
      }
    >
      <List
        name="tickets"
        label={t('tickets.title')}
        rows={rows}
        rowId={lineId}
        columns={shown}
        phoneRow={PhoneRow}
        open={(line) => open(line.id)}
        actions={[several, ...useRowActions(setActing)]}
        filters={
          <div className={styles['filters']}>
            <Views filters={filters} />
            <Sentence filters={filters} />
            {kind && kind.fields.length > 0 ? <FindInFields key={kind.key} filters={filters} /> : null}
          </div>
        }
        state={pagesState(pages)}
        empty={<Nothing narrowed={Object.keys(filters).length > 0} />}
      />
      <Late opened={chosen !== null} title={t('bulk.act')} close={() => setChosen(null)}>
        <BulkDialog lines={chosen} close={() => setChosen(null)} />
      </Late>
      {acting ? <RowAct acting={acting} close={() => setActing(null)} done={finish} /> : null}
    </Page>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const navigate = useNavigate();
  if (!narrowed) return <EmptyState title={t('tickets.none')}>{t('tickets.none_why')}</EmptyState>;
  return (
    <EmptyState
      title={t('tickets.none_fit')}
      action={
        <ActionButton
          label={t('tickets.show_open')}
          kind="primary"
          onRun={() => void navigate({ to: '/tickets', search: {} })}
        />
      }
    >
      {t('tickets.none_fit_why')}
    </EmptyState>
  );
}
