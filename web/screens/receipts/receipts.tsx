import { getRouteApi } from '@tanstack/react-router';
import { IconCircleCheck, IconPrinter, IconUserOff, IconMailbox } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { RECEIPT_STATES } from '../../../src/receipt/receipt.ts';
import type { z } from 'zod';
import type { Receipt, receiptsOut } from '../../../src/receipt/view.ts';
import type { Query } from '../../server/api.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { PhoneRow, receiptColumns } from './columns.tsx';
import type { Act } from './form.tsx';
import { ReceiptForm } from './form.tsx';
import { ReceiptsSlip, stateWords } from './slip.tsx';
import type { ReceiptsSearch } from './search.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/receipts');

const ACTS = [
  { key: 'deliver', icon: IconMailbox },
  { key: 'know', icon: IconCircleCheck },
  { key: 'miss', icon: IconUserOff },
] as const;

/** Households of notices: who was given it, who knows, and who is owed a visit or a call. */
export function Receipts() {
  const search = route.useSearch();
  const query = queryOf(search);
  const pages = usePages<Receipt>('receipts', { about: ['notice_receipt', 'commitment', 'ticket'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const columns = useMemo(() => receiptColumns(search.ticket !== undefined), [search.ticket]);
  const [doing, act] = useState<{ act: Act; receipt: Receipt } | null>(null);
  const { organisation } = useSession();
  const print = useWrite<void, readonly Receipt[]>({
    send: () => allReceipts(query),
    done: (all) => printSlip(<ReceiptsSlip organisation={organisation.name} rows={all} />),
  });
  const actions: RowAction<Receipt>[] = ACTS.map(({ key, icon }) => ({
    key,
    label: t(`receipts.${key}`),
    icon,
    single: true,
    can: (row) => row.can,
    run: ([row]) => act({ act: key, receipt: row! }),
  }));
  return (
    <Page
      title={t('receipts.title')}
      shape="fill"
      actions={
        <ActionButton
          label={t('receipts.print')}
          icon={IconPrinter}
          kind="quiet"
          busy={print.busy}
          onRun={() => void print.run()}
        />
      }
    >
      <List
        name="receipts"
        label={t('receipts.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns}
        phoneRow={PhoneRow}
        open={(row) => (row.can['know'] === null ? act({ act: 'know', receipt: row }) : undefined)}
        actions={actions}
        filters={
          <FiltersAndTakeOut list="receipts" name={t('receipts.title')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('receipts.none')}>{t('receipts.none_why')}</EmptyState>}
      />
      <Dialog opened={doing !== null} close={() => act(null)} title={doing ? t(`receipts.${doing.act}`) : ''}>
        {doing ? <ReceiptForm act={doing.act} receipt={doing.receipt} close={() => act(null)} /> : null}
      </Dialog>
    </Page>
  );
}

/** On paper stand all of them, not those alone that were scrolled to. */
async function allReceipts(query: Query): Promise<readonly Receipt[]> {
  const all: Receipt[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const more: z.output<typeof receiptsOut> = await api.get('receipts', {
      ...query,
      limit: 200,
      ...(after ? { after } : {}),
    });
    all.push(...more.items);
    after = more.next;
  }
  return all;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: ReceiptsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const only = search.mine ? 'mine' : search.open ? 'open' : null;
  return (
    <FilterSentence
      subject={t('receipts.title')}
      filters={[
        {
          key: 'only',
          name: t('receipts.only'),
          says: (option) => option.label,
          options: (['open', 'mine'] as const).map((value) => ({ value, label: t(`receipts.only_${value}`) })),
          value: only,
          set: (value) => set({ open: value === 'open' || undefined, mine: value === 'mine' || undefined }),
        },
        {
          key: 'state',
          name: t('receipts.state'),
          says: (option) => option.label,
          options: RECEIPT_STATES.map((value) => ({ value, label: stateWords(value) })),
          value: search.state ?? null,
          set: (value) => set({ state: RECEIPT_STATES.find((one) => one === value) }),
        },
      ]}
    />
  );
}
