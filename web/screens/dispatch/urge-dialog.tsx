import { SegmentedControl, Textarea } from '@mantine/core';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';

/** What is urged (催办): an order, or the matter itself where nobody was sent. */
export type Urging = { ticketId: string; workOrderId: string | null; number: string };

/** Urges: it is recorded, and it reaches whoever was sent, his head while nobody has accepted, or the accountable person. */
export function UrgeDialog({ urging, close }: { urging: Urging | null; close: () => void }) {
  return (
    <Dialog opened={urging !== null} close={close} title={t('dispatch.urge_title', { number: urging?.number ?? '' })}>
      {urging ? <UrgeForm urging={urging} close={close} /> : null}
    </Dialog>
  );
}

function UrgeForm({ urging, close }: { urging: Urging; close: () => void }) {
  const { ticketId, workOrderId, number } = urging;
  const draft = useDraftForm<{ words: string; onBehalfOf: 'customer' | 'centre' }>({
    subject: `ticket/${ticketId}/urge/${workOrderId ?? 'itself'}`,
    initial: { words: '', onBehalfOf: 'customer' },
    send: (values, options) =>
      api.post(`tickets/${ticketId}/urgings`, { ...values, ...(workOrderId ? { workOrderId } : {}) }, options),
    changes: () => [`ticket/${ticketId}`, 'ticket'],
    done: () => {
      say(t('dispatch.urged', { number }));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('dispatch.urge_now')}>
      <div>
        <p id="urge-for">{t('dispatch.urge_for')}</p>
        <SegmentedControl
          aria-labelledby="urge-for"
          data={[
            { value: 'customer', label: t('dispatch.urge_customer') },
            { value: 'centre', label: t('dispatch.urge_centre') },
          ]}
          {...draft.form.getInputProps('onBehalfOf')}
        />
      </div>
      <Textarea
        label={t('dispatch.urge_words')}
        rows={3}
        maxLength={1000}
        data-autofocus
        {...draft.form.getInputProps('words')}
      />
    </FormFrame>
  );
}
