import { TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Request } from './materials-data.ts';
import { aboutMaterial, counted, wholeOf } from './materials-data.ts';
import { QuantityField } from './quantity-field.tsx';

type Values = { decision: 'approved' | 'refused' | null; quantity: string; because: string };

/** Approved, whole or in part, or refused; fewer than were asked for say why. */
export function DecideRequest({ request, done }: { request: Request; done: () => void }) {
  const needsWhy = ({ decision, quantity }: Values) =>
    decision === 'refused' || (wholeOf(quantity) ?? 0) < request.quantity;
  const draft = useDraftForm<Values>({
    subject: `material_request/${request.id}/decide`,
    initial: { decision: null, quantity: String(request.quantity), because: '' },
    check: (values) => {
      const quantity = wholeOf(values.quantity) ?? 0;
      const fits = values.decision !== 'approved' || (quantity > 0 && quantity <= request.quantity);
      return {
        decision: values.decision ? null : t('materials.decision_needed'),
        quantity: fits ? null : t('materials.quantity_within', { n: request.quantity }),
        because: needsWhy(values) && !values.because.trim() ? t('materials.because_needed') : null,
      };
    },
    send: ({ decision, quantity, because }, options) =>
      api.post(
        `material-requests/${request.id}/decide`,
        { decision, because: because.trim(), ...(decision === 'approved' ? { quantity: wholeOf(quantity) } : {}) },
        options,
      ),
    changes: () => [...aboutMaterial, 'notification'],
    done: (_answer, { decision }) => {
      say(decision === 'approved' ? t('budget.approved_done') : t('budget.sent_back_done'));
      done();
    },
  });
  const { form } = draft;
  const values = form.getValues();
  return (
    <FormFrame draft={draft} submit={t('materials.decide')}>
      <p>{t('materials.asked_many', { n: counted(request.quantity, request.material), what: request.whatFor })}</p>
      <Choices
        label={t('budget.decision')}
        required
        options={[
          { value: 'approved', label: t('budget.approve') },
          { value: 'refused', label: t('budget.refuse') },
        ]}
        value={values.decision}
        onChange={(decision) => form.setFieldValue('decision', decision)}
        error={form.errors['decision']}
      />
      {values.decision === 'approved' ? (
        <QuantityField label={t('materials.quantity_approved')} {...form.getInputProps('quantity')} />
      ) : null}
      <TextInput
        label={t('budget.because')}
        required={needsWhy(values)}
        maxLength={1_000}
        {...form.getInputProps('because')}
      />
    </FormFrame>
  );
}
