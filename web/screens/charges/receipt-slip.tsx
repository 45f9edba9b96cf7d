import type { ReceiptLine } from '../../../src/charge/view-money.ts';
import { printSlip, Slip } from '../../ui/print.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { beginsWords, moneyWords, wayWords } from './charge-words.ts';

/** The receipt on paper, in the language of the screen. The same goes out as a document in all three. */
export function printReceipt(receipt: ReceiptLine, currency: string, organisation: string): void {
  const { number, customer, payer, amount, way, reference, at, takenBy, reversedAt } = receipt;
  printSlip(
    <Slip
      organisation={organisation}
      title={t('charges.receipt', { number })}
      number={number}
      lines={[
        { label: t('charges.customer'), text: payer === '' ? customer.name : `${payer} (${customer.name})` },
        { label: t('charges.amount'), text: moneyWords(amount, currency) },
        { label: t('charges.pay_way'), text: [wayWords(way), reference].filter(Boolean).join(' · ') },
        { label: t('charges.when'), text: absolute(at) },
        { label: t('charges.taken_by'), text: takenBy.name },
        ...(reversedAt ? [{ label: t('charges.state_reversed'), text: absolute(reversedAt) }] : []),
      ]}
      signers={[t('charges.taken_by')]}
    >
      <Table
        label={t('charges.entries')}
        rows={receipt.lines}
        rowId={(row) => row.chargeId}
        columns={[
          { key: 'item', label: t('charges.item'), cell: (row) => said(row.item.name) },
          { key: 'place', label: t('charges.place'), cell: (row) => row.place },
          { key: 'period', label: t('charges.period'), cell: (row) => beginsWords(row.begins) },
          { key: 'amount', label: t('charges.amount'), number: true, cell: (row) => moneyWords(row.amount, currency) },
        ]}
      />
    </Slip>,
  );
}
