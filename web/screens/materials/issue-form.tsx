import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Request } from './materials-data.ts';
import { aboutMaterial, counted, wholeOf } from './materials-data.ts';
import { QuantityField } from './quantity-field.tsx';

/** Hands material to somebody on an approved request, out of what lies there. */
export function IssueForm({ request, done }: { request: Request; done: () => void }) {
  const [id] = useState(() => newId<'material_entry'>(nowMs()));
  const { people } = useDesk();
  const today = dayOf(nowMs());
  const left = request.approved - request.issued;
  const draft = useDraftForm({
    subject: `material_entry/issue/${request.id}`,
    initial: { quantity: String(left), onDay: today, personId: request.by?.id ?? '' },
    check: ({ quantity, onDay, personId }) => ({
      quantity: (wholeOf(quantity) ?? 0) > 0 ? null : t('materials.quantity_needed'),
      onDay: onDay !== '' && onDay <= today ? null : t('materials.past_day_needed'),
      personId: personId ? null : t('day.person_needed'),
    }),
    send: ({ quantity, ...values }, options) =>
      api.post('material-issues', { id, requestId: request.id, ...values, quantity: wholeOf(quantity) }, options),
    changes: () => aboutMaterial,
    done: () => {
      say(t('materials.issued_done'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('materials.issue')}>
      <p className="dim">{t('materials.left_to_issue', { n: counted(left, request.material) })}</p>
      <QuantityField {...form.getInputProps('quantity')} />
      <NativeSelect
        label={t('materials.to')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...form.getInputProps('personId')}
      />
      <TextInput type="date" label={t('materials.on_day')} required max={today} {...form.getInputProps('onDay')} />
    </FormFrame>
  );
}
