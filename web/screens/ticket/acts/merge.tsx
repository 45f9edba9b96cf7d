import { Radio } from '@mantine/core';
import type { z } from 'zod';
import type { mergePreviewOut } from '../../../../src/merging/view.ts';
import { api } from '../../../server/api.ts';
import { TicketPicker } from '../../../matter/ticket-picker.tsx';
import { useRead } from '../../../server/queries.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { When } from '../../../ui/when.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';
import styles from './merge.module.css';

type Preview = z.output<typeof mergePreviewOut>;
type Stays = 'this' | 'other';

/** One matter told twice: which ticket stays, and what goes along, said before it is done. It can be taken back. */
export function Merge({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="merge"
      initial={{ other: null as Picked | null, stays: 'this' as Stays }}
      submit={t('merging.merge')}
      check={(values) => ({ other: needed(values.other) })}
      send={({ other, stays }, options) => {
        const [into, from] = stays === 'this' ? [ticket.id, other?.id] : [other?.id, ticket.id];
        return api.post(`tickets/${into}/merge`, { fromIds: [from] }, options);
      }}
      done={done}
    >
      {(form) => {
        const { other, stays } = form.values;
        return (
          <>
            <TicketPicker
              label={t('merging.with')}
              value={other}
              onChange={(picked) => form.setFieldValue('other', picked)}
              error={form.errors['other']}
              except={ticket.id}
            />
            {other ? (
              <>
                <Radio.Group
                  label={t('merging.stays')}
                  value={stays}
                  onChange={(value) => form.setFieldValue('stays', value as Stays)}
                >
                  <Radio mt={6} value="this" label={`${ticket.number} ${ticket.title}`} />
                  <Radio mt={6} value="other" label={other.label} />
                </Radio.Group>
                <WhatItDoes
                  into={stays === 'this' ? ticket.id : other.id}
                  from={stays === 'this' ? other.id : ticket.id}
                />
              </>
            ) : null}
          </>
        );
      }}
    </ActForm>
  );
}

/** What goes along, and of each promise whose clock goes on. */
function WhatItDoes({ into, from }: { into: string; from: string }) {
  const { data, error, refetch } = useRead<Preview>(`tickets/${into}/merge`, {
    about: [`ticket/${into}`, `ticket/${from}`],
    query: { from },
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (!data) return <LoadingLines count={3} />;
  return (
    <section className={styles['preview']} aria-label={t('merging.what_it_does')} aria-live="polite">
      {data.items.map((item) =>
        item.why ? (
          <p key={item.id} role="alert">
            {refusalWords(item.why)}
          </p>
        ) : (
          <p key={item.id}>
            {t('merging.goes_along', {
              number: String(item.number),
              notes: item.notes,
              contacts: item.contacts,
              orders: item.workOrders,
            })}{' '}
            {t('merging.keeps_sight', { name: item.owner.name })}
          </p>
        ),
      )}
      <Clocks clocks={data.clocks} />
    </section>
  );
}

function Clocks({ clocks }: Pick<Preview, 'clocks'>) {
  const parts = [
    { label: t('merging.go_on'), shown: clocks.filter((clock) => clock.goesOn) },
    { label: t('merging.stop'), shown: clocks.filter((clock) => !clock.goesOn) },
  ];
  return parts.map(({ label, shown }) =>
    shown.length === 0 ? null : (
      <div key={label}>
        <h3>{label}</h3>
        <ul>
          {shown.map((clock) => (
            <li key={`${clock.of} ${said(clock.name)} ${clock.dueAt}`}>
              {said(clock.name)} · <When at={clock.dueAt} />{' '}
              <span className="dim">{t('merging.of', { number: String(clock.of) })}</span>
            </li>
          ))}
        </ul>
      </div>
    ),
  );
}
