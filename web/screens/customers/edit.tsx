import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { MemberFields, NumberFields, PlaceFields, WhoFields } from './customer-fields.tsx';
import type { CustomerAnswer, CustomerValues } from './customers.ts';
import { bodyOf, valuesOf } from './customers.ts';

export function NewCustomer() {
  const [id] = useState(() => newId<'customer'>(nowMs()));
  return (
    <Page title={t('customers.add')}>
      <CustomerForm id={id} customer={null} />
    </Page>
  );
}

/** Changes what is known. Whoever sees numbers only in part changes everything but them. */
export function EditCustomer() {
  const { id } = useParams({ from: '/inside/customers/$id/edit' });
  const read = useRead<CustomerAnswer>(`customers/${id}`, { about: [`customer/${id}`] });
  return (
    <Page title={read.data ? t('customers.edit_title', { name: read.data.name }) : t('customers.edit')}>
      {read.data ? <CustomerForm key={id} id={id} customer={read.data} /> : null}
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
    </Page>
  );
}

function CustomerForm({ id, customer }: { id: string; customer: CustomerAnswer | null }) {
  const navigate = useNavigate();
  const back = () => void navigate({ to: customer ? `/customers/${id}` : '/customers' });
  const withNumbers = customer === null || customer.can['change_numbers'] === null;
  const draft = useDraftForm<CustomerValues, { id: string }>({
    subject: customer ? `customer/${id}/edit` : 'customer/new',
    initial: valuesOf(customer),
    version: customer?.version,
    check: (values) => ({ name: values.name.trim() ? null : t('customers.name_needed') }),
    send: (values, options, { version }) =>
      customer
        ? api.patch(`customers/${id}`, { ...bodyOf(values, withNumbers), version }, options)
        : api.post('customers', { ...bodyOf(values, true), id }, options),
    changes: () => ['customer', `customer/${id}`, 'place'],
    done: () => {
      say(t('customers.saved'));
      void navigate({ to: `/customers/${id}` });
    },
  });
  return (
    <FormFrame
      draft={draft}
      submit={t('customers.save')}
      beside={<ActionButton label={t('action.back')} onRun={back} />}
    >
      <Section title={t('customers.who')}>
        <WhoFields form={draft.form} />
      </Section>
      <Section title={t('customers.reach')}>
        {withNumbers ? (
          <NumberFields form={draft.form} />
        ) : (
          <Notice tone="wait">{t('customers.numbers_masked')}</Notice>
        )}
      </Section>
      <Section title={t('customers.around')}>
        <PlaceFields form={draft.form} />
        <MemberFields form={draft.form} self={id} />
      </Section>
    </FormFrame>
  );
}
