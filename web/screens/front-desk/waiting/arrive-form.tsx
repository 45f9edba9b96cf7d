import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { peopleOptions, useDesk } from '../../../matter/kinds.ts';
import type { Purpose } from '../../../matter/words.ts';
import { purposes, purposeWords } from '../../../matter/words.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ChoiceKeys } from '../../../ui/form/choice-keys.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { CallerField } from '../caller-field.tsx';
import type { Candidate } from '../candidates.ts';
import styles from './waiting.module.css';

type Values = {
  name: string;
  customerId: string | null;
  place: { id: string; code: string } | null;
  purpose: Purpose | null;
  wantedId: string | null;
};

const nobody = { name: '', customerId: null, place: null };
const initial: Values = { ...nobody, purpose: null, wantedId: null };

/** Why people come in person; a result that we told is none of it. */
const reasons = purposes.filter((one) => one !== 'told_result');

/** Who has come: name or household, what for, and whom he wants, and he is in the queue. */
export function ArriveForm({ done }: { done: () => void }) {
  const [id] = useState(() => newId<'arrival'>(nowMs()));
  const field = useRef<HTMLInputElement>(null);
  const keys = useRef<HTMLDivElement>(null);
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: 'arrival/new',
    initial,
    check: ({ name, place, purpose }) => ({
      name: name || place ? null : t('arrivals.who_needed'),
      purpose: purpose ? null : t('arrivals.purpose_needed'),
    }),
    send: ({ name, customerId, place, purpose, wantedId }, options) =>
      api.post(
        'arrivals',
        {
          id,
          name,
          purpose,
          ...(customerId ? { customerId } : {}),
          ...(place ? { placeId: place.id } : {}),
          ...(wantedId ? { wantedId } : {}),
        },
        options,
      ),
    changes: () => ['arrival', 'commitment'],
    done: () => {
      say(t('arrivals.in_the_queue'));
      done();
    },
  });
  const { form } = draft;
  const { name, place, purpose, wantedId } = form.values;
  const take = (candidate: Candidate) => {
    form.setValues(whoIs(candidate));
    form.clearFieldError('name');
    keys.current?.focus();
  };
  return (
    <FormFrame draft={draft} submit={t('arrivals.take_down')}>
      {name || place ? (
        <p className={styles['who']}>
          <span>{[name, place?.code].filter(Boolean).join(' · ')}</span>
          <ActionButton label={t('arrivals.somebody_else')} kind="quiet" onRun={() => form.setValues(nobody)} />
        </p>
      ) : (
        <CallerField field={field} take={take} />
      )}
      {form.errors['name'] ? <p role="alert">{form.errors['name']}</p> : null}
      <div ref={keys} tabIndex={-1}>
        <ChoiceKeys
          label={t('arrivals.purpose')}
          choices={reasons.map((value) => ({ value, label: purposeWords(value) }))}
          value={purpose}
          onChange={(value) => {
            form.setFieldValue('purpose', value);
            form.clearFieldError('purpose');
          }}
        />
      </div>
      {form.errors['purpose'] ? <p role="alert">{form.errors['purpose']}</p> : null}
      <Select
        label={t('arrivals.wanted')}
        description={t('arrivals.wanted_why')}
        searchable
        clearable
        data={peopleOptions(people)}
        value={wantedId}
        onChange={(value) => form.setFieldValue('wantedId', value)}
      />
    </FormFrame>
  );
}

/** The person or the household that was found, or the name as it was typed. */
function whoIs({ means }: Candidate): Pick<Values, 'name' | 'customerId' | 'place'> {
  if ('person' in means) {
    const { customerId, name, place } = means.person;
    return { name, customerId, place: place ? { id: place.id, code: place.code } : null };
  }
  if ('place' in means) return { ...nobody, place: { id: means.place.placeId, code: means.place.code } };
  return { ...nobody, name: 'stranger' in means ? means.stranger : (means.ticket.customerName ?? '') };
}
