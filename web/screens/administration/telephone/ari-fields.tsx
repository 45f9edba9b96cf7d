import { NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { t } from '../../../words/words.ts';
import type { Values } from './system-values.ts';

/** Where its REST interface is, by which recordings come into the house. `own`: its user has a secret of his own already. */
export function AriFields({ form, own }: { form: UseFormReturnType<Values>; own: boolean }) {
  const { ari } = form.getValues();
  return (
    <>
      <Switch
        label={t('telephone.ari')}
        description={t('telephone.ari_why')}
        {...form.getInputProps('ari', { type: 'checkbox' })}
      />
      {ari ? (
        <>
          <TextInput
            label={t('telephone.ari_host')}
            description={t('telephone.ari_host_why')}
            {...form.getInputProps('ariHost')}
          />
          <NumberInput
            label={t('telephone.ari_port')}
            required
            min={1}
            max={65_535}
            {...form.getInputProps('ariPort')}
          />
          <TextInput
            label={t('telephone.ari_app')}
            description={t('telephone.ari_app_why')}
            required
            maxLength={80}
            {...form.getInputProps('ariApp')}
          />
          <TextInput
            label={t('telephone.ari_user')}
            required
            maxLength={100}
            autoComplete="off"
            {...form.getInputProps('ariUser')}
          />
          <PasswordInput
            label={t('telephone.ari_secret')}
            description={t(own ? 'telephone.secret_stays' : 'telephone.ari_secret_same')}
            autoComplete="new-password"
            {...form.getInputProps('ariSecret')}
          />
        </>
      ) : null}
    </>
  );
}
