import { Textarea } from '@mantine/core';
import type { Receipt } from '../../../src/receipt/view.ts';
import { api } from '../../server/api.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';

export type Act = 'deliver' | 'know' | 'miss';

const PATHS = { deliver: 'delivered', know: 'known', miss: 'missed' } as const;
const WAYS = {
  deliver: ['hand', 'letter_box', 'phone'],
  know: ['phone', 'signature'],
  miss: ['visit', 'phone'],
} as const satisfies Record<Act, readonly string[]>;
type By = (typeof WAYS)[Act][number];

/** How a household was given the notice, said that it knows, or was not reached. */
export function ReceiptForm({ act, receipt, close }: { act: Act; receipt: Receipt; close: () => void }) {
  const draft = useDraftForm<{ by: By; outcome: string }, unknown>({
    subject: `notice-receipt/${receipt.id}/${act}`,
    initial: { by: WAYS[act][0], outcome: '' },
    check: ({ outcome }) => ({ outcome: act === 'miss' && !outcome.trim() ? t('receipts.outcome_needed') : null }),
    send: ({ by, outcome }, options) =>
      api.post(
        `receipts/${receipt.id}/${PATHS[act]}`,
        act === 'miss' ? { by, outcome: outcome.trim() } : { by },
        options,
      ),
    changes: () => ['notice_receipt', 'commitment', 'ticket', 'contact'],
    done: () => {
      say(t('receipts.written_down'));
      close();
    },
  });
  const { form } = draft;
  return (
    <>
      <Facts
        lines={[
          { label: t('receipts.household'), value: `${receipt.place.code} ${receipt.customer.name}` },
          { label: t('receipts.phone'), value: receipt.phone },
          { label: t('receipts.notice'), value: `${receipt.notice.number} ${receipt.notice.title}` },
        ]}
      />
      <FormFrame draft={draft} submit={t(`receipts.${act}`)}>
        <Choices
          label={t('receipts.how')}
          options={WAYS[act].map((value) => ({ value, label: t(`receipts.by_${value}`) }))}
          value={form.values.by}
          onChange={(by) => by && form.setFieldValue('by', by)}
        />
        {act === 'miss' ? (
          <Textarea
            label={t('receipts.outcome')}
            required
            autosize
            minRows={2}
            maxLength={200}
            {...form.getInputProps('outcome')}
          />
        ) : null}
      </FormFrame>
    </>
  );
}
