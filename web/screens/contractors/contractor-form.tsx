import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CHECK_INTERVALS } from '../../../src/contractor/contractor.ts';
import type { ContractorView } from '../../../src/contractor/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { serviceOptions, useServices } from './house.ts';

/** Opens the form for another contractor. `plain`: the button of the page has the key already. */
export function ContractorNew({ plain = false }: { plain?: boolean }) {
  const [opened, open] = useState(false);
  const close = () => open(false);
  if (!useRight('contractor.judge')) return null;
  return (
    <>
      <ActionButton
        label={t('contractors.new')}
        icon={IconPlus}
        kind={plain ? 'plain' : 'primary'}
        {...(plain ? {} : { hotkey: 'n' })}
        onRun={() => open(true)}
      />
      <Dialog opened={opened} close={close} title={t('contractors.new')}>
        <ContractorForm contractor={null} done={close} />
      </Dialog>
    </>
  );
}

type Values = {
  name: string;
  services: string[];
  contact: string;
  phone: string;
  agreement: string;
  agreedUntil: string;
  about: string;
  personId: string;
  every: string;
  ended: boolean;
};
const blank: Values = {
  name: '',
  services: [],
  contact: '',
  phone: '',
  agreement: '',
  agreedUntil: '',
  about: '',
  personId: '',
  every: '',
  ended: false,
};

function valuesOf(contractor: ContractorView | null): Values {
  if (!contractor) return blank;
  const { name, contact, phone, agreement, about, agreedUntil, every } = contractor;
  return {
    name,
    contact,
    phone,
    agreement,
    about,
    services: contractor.services.map(({ key }) => key),
    agreedUntil: agreedUntil ?? '',
    personId: contractor.person.id,
    every: every ?? '',
    ended: contractor.endedAt !== null,
  };
}

/** A contractor as it is kept first and as it is corrected. */
export function ContractorForm({ contractor, done }: { contractor: ContractorView | null; done: () => void }) {
  const navigate = useNavigate();
  const [id] = useState(() => contractor?.id ?? newId<'contractor'>(nowMs()));
  const services = useServices();
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: contractor ? `contractor/${contractor.id}` : 'contractor/new',
    initial: valuesOf(contractor),
    version: contractor?.version,
    check: (values) => ({
      name: values.name.trim() ? null : t('contractors.name_needed'),
      services: values.services.length > 0 ? null : t('contractors.services_needed'),
      personId: values.personId ? null : t('contractors.person_needed'),
    }),
    send: ({ ended, ...values }, options, { version }) => {
      const kept = { ...values, every: values.every || null, agreedUntil: values.agreedUntil || null };
      return contractor
        ? api.put(`contractors/${id}`, { seen: version, ended, ...kept }, options)
        : api.post('contractors', { id, ...kept }, options);
    },
    changes: () => ['contractor', `contractor/${id}`, 'contractor_due', 'commitment'],
    done: () => {
      done();
      if (!contractor) void navigate({ to: `/contractors/${id}` as never });
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('contractors.save')}>
      <TextInput label={t('contractors.name')} required maxLength={200} {...of('name')} />
      <MultiSelect label={t('contractors.services')} required data={serviceOptions(services)} {...of('services')} />
      <NativeSelect
        label={t('contractors.in_charge')}
        description={t('contractors.in_charge_why')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...of('personId')}
      />
      <NativeSelect
        label={t('contractors.every')}
        data={[
          { value: '', label: t('contractors.every_service') },
          ...CHECK_INTERVALS.map((value) => ({ value, label: t(`contractors.every_${value}`) })),
        ]}
        {...of('every')}
      />
      <TextInput label={t('contractors.contact')} maxLength={200} {...of('contact')} />
      <TextInput label={t('contractors.phone')} maxLength={200} {...of('phone')} />
      <TextInput label={t('contractors.agreement')} maxLength={200} {...of('agreement')} />
      <TextInput type="date" label={t('contractors.agreed_until')} {...of('agreedUntil')} />
      <Textarea label={t('contractors.about')} autosize minRows={2} maxLength={2000} {...of('about')} />
      {contractor ? <Checkbox label={t('contractors.ended')} {...of('ended', { type: 'checkbox' })} /> : null}
    </FormFrame>
  );
}
