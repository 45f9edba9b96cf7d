import { Textarea } from '@mantine/core';
import type { z } from 'zod';
import type { contactPageOut } from '../../../src/contact/view.ts';
import { PageShown } from '../../matter/pages-input.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { purposeWords } from '../../matter/words.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { howWords, visitWords, whoWords } from './columns.tsx';
import styles from './contacts.module.css';

type Touch = z.output<typeof contactPageOut>;

/** One touch in full, with the matters it is about; what came of it is said here once it is known. */
export function TouchDialog({ id, close }: { id: string | null; close: () => void }) {
  const { data } = useRead<Touch>(`contacts/${id}`, { about: ['contact'], enabled: id !== null });
  return (
    <Dialog opened={id !== null} close={close} title={data ? purposeWords(data.purpose) : t('contacts.one')}>
      {data ? <TouchInFull touch={data} close={close} /> : null}
    </Dialog>
  );
}

function TouchInFull({ touch, close }: { touch: Touch; close: () => void }) {
  const who = whoWords(touch);
  return (
    <div className={styles['touch']}>
      <Facts
        lines={[
          { label: t('contacts.at'), value: <When at={touch.at} /> },
          { label: t('contacts.channel'), value: howWords(touch) },
          {
            label: t('contacts.who'),
            value: touch.customer ? (
              <ThingLink type="customer" id={touch.customer.id}>
                {who}
              </ThingLink>
            ) : (
              who
            ),
          },
          { label: t('list.place'), value: touch.place?.code },
          { label: t('front_desk.need'), value: touch.need },
          { label: t('contacts.receiver'), value: touch.receiver.name },
          { label: t('contacts.visit'), value: visitWords(touch) },
          { label: t('arrivals.wanted'), value: touch.visit?.wanted?.name },
          { label: t('letters.pages'), value: touch.pages.length > 0 ? <Pages pages={touch.pages} /> : null },
          {
            label: t('messages.one'),
            value: touch.conversationId ? (
              <ThingLink type="conversation" id={touch.conversationId}>
                {t('messages.see')}
              </ThingLink>
            ) : null,
          },
          ...touch.tickets.map((ticket) => ({
            label: t('contacts.tickets'),
            value: (
              <ThingLink type="ticket" id={ticket.id}>
                {`${ticket.number} ${ticket.title}`}
              </ThingLink>
            ),
          })),
          ...touch.former.map((one) => ({
            label: t('contacts.formerly'),
            value: `${one.words} · ${one.changedBy.name}, ${absolute(one.changedAt)}`,
          })),
          ...(touch.can['set_outcome'] ? [{ label: t('front_desk.outcome'), value: touch.outcome }] : []),
        ]}
      />
      {touch.can['set_outcome'] ? null : <OutcomeForm touch={touch} close={close} />}
    </div>
  );
}

/** What was brought in writing, as it was photographed or scanned. */
function Pages({ pages }: { pages: Touch['pages'] }) {
  return (
    <span className={styles['pages']}>
      {pages.map((page, nth) => (
        <PageShown key={page.id} page={page} nth={nth} />
      ))}
    </span>
  );
}

function OutcomeForm({ touch, close }: { touch: Touch; close: () => void }) {
  const draft = useDraftForm({
    subject: `contact/${touch.id}/outcome`,
    initial: { outcome: touch.outcome },
    check: ({ outcome }) => ({ outcome: outcome.trim() ? null : t('contacts.outcome_needed') }),
    send: (values, options) => api.post(`contacts/${touch.id}/outcome`, values, options),
    changes: () => ['contact'],
    done: () => {
      say(t('contacts.outcome_kept'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('contacts.keep_outcome')}>
      <Textarea
        label={t('front_desk.outcome')}
        description={t('front_desk.outcome_why')}
        required
        autosize
        minRows={2}
        maxLength={200}
        {...draft.form.getInputProps('outcome')}
      />
    </FormFrame>
  );
}
