import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { queryClient, useRead } from '../../server/queries.ts';
import { fieldWords } from '../../server/refusals.ts';
import { changeLanguage, spoken } from '../../session/language.ts';
import { sessionQuery } from '../../session/session.ts';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { useOwnWords } from '../../ui/form/own-words.ts';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { useTitle } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { useStore } from '../../ui/store.ts';
import { deviceZone, zones } from '../../ui/zones.ts';
import type { Language } from '../../words/languages.ts';
import { isLanguage, languageNames, languages } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Doorstep } from '../sign-in/doorstep.tsx';
import styles from './setup.module.css';

type Pack = { key: string; name: string | Record<Language, string> };
type SetupState = { needed: boolean; packs: Pack[] };
type Beginning = {
  organisation: { name: string };
  administrator: { name: string; username: string; password: string };
  pack: string;
  language: Language;
  zone: string;
};

const shownFields = [
  'organisation.name',
  'administrator.name',
  'administrator.username',
  'administrator.password',
  'pack',
  'language',
  'zone',
];

/** The first page of a new house: who we are, who looks after it, and which trade's words and limits it starts with. */
export function Setup() {
  useTitle(t('setup.title'));
  const state = useRead<SetupState>('setup', { about: [] });
  return (
    <Doorstep title={t('setup.title')} wide>
      {state.error ? <ErrorState problem={state.error} retry={() => void state.refetch()} /> : null}
      {state.isPending ? <LoadingLines /> : null}
      {state.data?.needed === false ? <p>{t('setup.already')}</p> : null}
      {state.data?.needed ? <SetupForm packs={state.data.packs} /> : null}
    </Doorstep>
  );
}

function SetupForm({ packs }: { packs: Pack[] }) {
  const navigate = useNavigate();
  const active = useStore(spoken);
  const form = useForm<Beginning>({
    initialValues: {
      organisation: { name: '' },
      administrator: { name: '', username: '', password: '' },
      pack: packs[0]?.key ?? '',
      language: active,
      zone: deviceZone(),
    },
  });
  const own = useRef<HTMLFormElement>(null);
  useOwnWords(own, form);
  const begin = useWrite<Beginning>({
    send: async (values, options) => {
      await api.post('setup', values, options);
      await api.post('sign-in', { username: values.administrator.username, password: values.administrator.password });
    },
    done: () => void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(() => navigate({ to: '/' })),
    failed: (problem) => {
      form.setErrors(fieldWords(problem));
      return true;
    },
  });
  const packName = (pack: Pack) => (typeof pack.name === 'string' ? pack.name : pack.name[active]);
  return (
    <form ref={own} onSubmit={form.onSubmit((values) => void begin.run(values))}>
      <TextInput
        label={t('setup.organisation')}
        description={t('setup.organisation_why')}
        required
        autoFocus
        {...form.getInputProps('organisation.name')}
      />
      <div className={styles['pair']}>
        <Select
          label={t('setup.pack')}
          allowDeselect={false}
          data={packs.map((pack) => ({ value: pack.key, label: packName(pack) }))}
          {...form.getInputProps('pack')}
        />
        <Select
          label={t('setup.language')}
          allowDeselect={false}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          {...form.getInputProps('language')}
          onChange={(value) => {
            if (!isLanguage(value)) return;
            form.setFieldValue('language', value);
            void changeLanguage(value);
          }}
        />
      </div>
      <Select
        label={t('setup.zone')}
        description={t('setup.zone_why')}
        searchable
        allowDeselect={false}
        data={zones()}
        {...form.getInputProps('zone')}
      />
      <Administrator form={form} />
      <FormProblem problem={begin.problem} shown={shownFields} />
      <SubmitButton label={t('setup.begin')} busy={begin.busy} />
    </form>
  );
}

function Administrator({ form }: { form: UseFormReturnType<Beginning> }) {
  return (
    <fieldset className={styles['who']}>
      <legend>{t('setup.administrator')}</legend>
      <div className={styles['pair']}>
        <TextInput label={t('setup.name')} autoComplete="name" required {...form.getInputProps('administrator.name')} />
        <TextInput
          label={t('sign_in.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...form.getInputProps('administrator.username')}
        />
      </div>
      <PasswordInput
        label={t('sign_in.password')}
        description={t('sign_in.password_rule')}
        autoComplete="new-password"
        minLength={10}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...form.getInputProps('administrator.password')}
      />
    </fieldset>
  );
}
