import type { ReceiptState } from '../../../src/receipt/receipt.ts';
import { RECEIPT_STATES } from '../../../src/receipt/receipt.ts';
import type { Receipt } from '../../../src/receipt/view.ts';
import { Slip } from '../../ui/print.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

export const stateWords = (state: ReceiptState): string => t(`receipts.state_${state}`);

/** What one of the ways of giving or saying it, and when, reads like. */
function howWords(by: Receipt['deliveredBy'] | Receipt['knownBy'], at: string | null): string {
  return [by ? t(`receipts.by_${by}`) : '', at ? absolute(at) : ''].filter(Boolean).join(' · ');
}

/** The list as it is shown, on paper: of how many how many know, and a line for each household to sign on. */
export function ReceiptsSlip({ organisation, rows }: { organisation: string; rows: readonly Receipt[] }) {
  const notices = [...new Set(rows.map(({ notice }) => `${notice.number} ${notice.title}`))];
  const counted = RECEIPT_STATES.map((state) => ({ state, n: rows.filter((row) => row.state === state).length }));
  return (
    <Slip
      organisation={organisation}
      title={t('receipts.title')}
      number=""
      lines={[
        { label: t('receipts.notice'), text: listWords(notices) },
        {
          label: t('receipts.households'),
          text: listWords([
            String(rows.length),
            ...counted.filter(({ n }) => n > 0).map(({ state, n }) => `${stateWords(state)} ${n}`),
          ]),
        },
      ]}
    >
      <Table
        label={t('receipts.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { key: 'place', label: t('matter.place'), cell: (row) => row.place.code },
          { key: 'household', label: t('receipts.household'), cell: (row) => row.customer.name },
          { key: 'state', label: t('receipts.state'), cell: (row) => stateWords(row.state) },
          { key: 'given', label: t('receipts.given'), cell: (row) => howWords(row.deliveredBy, row.deliveredAt) },
          { key: 'known', label: t('receipts.known'), cell: (row) => howWords(row.knownBy, row.knownAt) },
        ]}
      />
    </Slip>
  );
}
