import { NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { AriFields } from './ari-fields.tsx';
import type { System } from './systems.ts';
import type { Values } from './system-values.ts';
import { bodyOf, valuesOf } from './system-values.ts';

/** An Asterisk: where its manager interface is, and which numbers are the complaint and the emergency line. */
export function SystemForm({ system, done }: { system: System | null; done: () => void }) {
  const [id] = useState(() => system?.id ?? newId<'telephone_system'>(nowMs()));
  const draft = useDraftForm<Values, unknown>({
    subject: system ? `telephone_system/${id}/edit` : 'telephone_system/new',
    secrets: ['secret', 'ariSecret'],
    initial: valuesOf(system),
    check: ({ name, host, user, secret, ari, ariApp, ariUser }) => {
      const needed = (text: string) => (text.trim() ? null : t('telephone.needed'));
      return {
        name: needed(name),
        host: needed(host),
        user: needed(user),
        secret: system ? null : needed(secret),
        ariApp: ari ? needed(ariApp) : null,
        ariUser: ari ? needed(ariUser) : null,
      };
    },
    send: (values, options) =>
      system
        ? api.patch(`telephone-systems/${id}`, bodyOf(values, system), options)
        : api.post('telephone-systems', { id, ...bodyOf(values, system) }, options),
    changes: () => ['telephone_system'],
    done,
  });
  const { form } = draft;
  const why = t('telephone.numbers_why');
  return (
    <FormFrame draft={draft} submit={t('telephone.keep')}>
      <TextInput label={t('telephone.name')} required maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={t('telephone.host')} required {...form.getInputProps('host')} />
      <NumberInput label={t('telephone.port')} required min={1} max={65_535} {...form.getInputProps('port')} />
      <NativeSelect
        label={t('telephone.secure')}
        data={(['tls', 'none'] as const).map((value) => ({ value, label: t(`telephone.secure_${value}`) }))}
        {...form.getInputProps('secure')}
      />
      <TextInput label={t('telephone.user')} required autoComplete="off" {...form.getInputProps('user')} />
      <PasswordInput
        label={t('telephone.secret')}
        description={system ? t('telephone.secret_stays') : null}
        required={system === null}
        autoComplete="new-password"
        {...form.getInputProps('secret')}
      />
      <TextInput label={t('telephone.complaint_numbers')} description={why} {...form.getInputProps('complaints')} />
      <TextInput label={t('telephone.emergency_numbers')} description={why} {...form.getInputProps('emergencies')} />
      <TextInput label={t('telephone.context')} {...form.getInputProps('context')} />
      <AriFields form={form} own={system?.ownAriSecret ?? false} />
    </FormFrame>
  );
}
