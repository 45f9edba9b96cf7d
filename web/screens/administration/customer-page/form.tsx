import { TextInput } from '@mantine/core';
import type { CustomerPage } from '../../../../src/organisation/customer-page.ts';
import { PAGE_TEXTS } from '../../../../src/organisation/customer-page.ts';
import { api } from '../../../server/api.ts';
import { useReceptionHours } from '../../../matter/reception-hours.ts';
import type { DraftForm } from '../../../ui/form/draft-form.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Go } from '../../../ui/go.tsx';
import { say } from '../../../ui/toast.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { Notice } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import { KeptVersions } from '../kept-versions.tsx';
import type { Centre } from './customer-page.tsx';
import { OfferedKinds } from './offered-kinds.tsx';
import { TextFields } from './text-fields.tsx';

export type Values = CustomerPage & {
  name: string;
  address: string;
  phone: string;
  complaintLine: string;
  why: string;
};

const valuesOf = ({ name, address, phone, complaintLine, page }: Centre): Values => ({
  ...page,
  name,
  address: address ?? '',
  phone: phone ?? '',
  complaintLine: complaintLine ?? '',
  why: '',
});

export function CustomerPageForm({ centre }: { centre: Centre }) {
  const refused = centre.can['change'] ?? null;
  const draft = useDraftForm<Values, unknown>({
    subject: `centre/${centre.id}/page`,
    initial: valuesOf(centre),
    version: centre.version,
    check: ({ name, why }) => ({
      name: name.trim() ? null : t('customer_page.name_needed'),
      why: why.trim() ? null : t('calendars.why_needed'),
    }),
    send: ({ name, address, phone, complaintLine, why, ...page }, options, { version }) =>
      api.patch(
        `centres/${centre.id}`,
        {
          name: name.trim(),
          address: address.trim() || null,
          phone: phone.trim() || null,
          complaintLine: complaintLine.trim() || null,
          page,
          why: why.trim(),
          seen: version,
        },
        options,
      ),
    changes: () => ['organisation'],
    done: () => say(t('customer_page.saved')),
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <FormFrame draft={draft} submit={t('customer_page.save')}>
      <Fields draft={draft} kinds={centre.publicKinds} />
      <KeptVersions
        address={`centres/${centre.id}/versions`}
        about={['organisation']}
        putBack={({ page, ...reached }) =>
          draft.form.setValues(valuesOf({ ...centre, ...reached, page: page as CustomerPage }))
        }
      />
    </FormFrame>
  );
}

function Fields({ draft: { form }, kinds }: { draft: DraftForm<Values>; kinds: Centre['publicKinds'] }) {
  const hours = useReceptionHours();
  const values = form.values;
  return (
    <>
      <TextInput label={t('customer_page.name')} required maxLength={200} {...form.getInputProps('name')} />
      <TextInput label={t('customer_page.address')} maxLength={200} {...form.getInputProps('address')} />
      <TextInput type="tel" label={t('customer_page.phone')} {...form.getInputProps('phone')} />
      <TextInput type="tel" label={t('customer_page.line')} {...form.getInputProps('complaintLine')} />
      <p>
        {hours ? t('customer_page.hours', { hours }) : null}{' '}
        <Go to="/administration/calendars">{t('customer_page.hours_change')}</Go>
      </p>
      {PAGE_TEXTS.map((text) => (
        <TextFields
          key={text}
          label={t(`customer_page.text_${text}`)}
          hint={t(`customer_page.text_${text}_why`)}
          value={values[text]}
          change={(next) => form.setFieldValue(text, next)}
        />
      ))}
      <OfferedKinds kinds={kinds} value={values.kinds} change={(next) => form.setFieldValue('kinds', next)} />
      <TextInput
        label={t('calendars.why')}
        description={t('calendars.why_kept')}
        required
        maxLength={200}
        {...form.getInputProps('why')}
      />
    </>
  );
}
