import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import type { DraftForm } from '../../../ui/form/draft-form.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import { usePosts } from '../people/people.ts';
import type { Provider } from './providers.tsx';

type Values = {
  name: string;
  issuer: string;
  clientId: string;
  secret: string;
  scopes: string;
  knownBy: Provider['knownBy'];
  newPostId: string;
  asksCode: boolean;
  endsThere: boolean;
};

const first: Values = {
  name: '',
  issuer: '',
  clientId: '',
  secret: '',
  scopes: 'openid email profile',
  knownBy: 'email',
  newPostId: '',
  asksCode: false,
  endsThere: false,
};

/** A provider as the administrator wants it. Its secret is never kept as a draft, nor shown again. */
export function ProviderForm({ provider, done }: { provider: Provider | null; done: () => void }) {
  const [id] = useState(() => provider?.id ?? newId<'identity_provider'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: provider ? `identity_provider/${id}/edit` : 'identity_provider/new',
    secrets: ['secret'],
    initial: provider ? { ...provider, secret: '', newPostId: provider.newPostId ?? '' } : first,
    send: (values, options) =>
      provider
        ? api.put(`identity-providers/${id}`, bodyOf(values), options)
        : api.post('identity-providers', { id, ...bodyOf(values) }, options),
    changes: () => ['organisation', 'session'],
    done: () => {
      say(t('sign_on.kept'));
      done();
    },
  });
  const { form } = draft;
  const ask = useWrite<void>({
    send: (_, options) => {
      const { issuer, name } = form.getValues();
      return api.post('identity-providers/try', { issuer: issuer.trim(), name: name.trim() || issuer.trim() }, options);
    },
    done: () => say(t('sign_on.answers')),
  });
  const tryIt = <ActionButton label={t('sign_on.try')} busy={ask.busy} onRun={() => void ask.run()} />;
  return (
    <FormFrame draft={draft} submit={t('security.save')} beside={tryIt}>
      <ClientFields draft={draft} provider={provider} />
      <PeopleFields draft={draft} />
    </FormFrame>
  );
}

function bodyOf({ name, issuer, clientId, secret, scopes, knownBy, newPostId, asksCode, endsThere }: Values) {
  const rest = { name, issuer, clientId, scopes, knownBy, asksCode, endsThere };
  return { ...rest, newPostId: newPostId || null, ...(secret ? { secret } : {}) };
}

function ClientFields({ draft: { form }, provider }: { draft: DraftForm<Values>; provider: Provider | null }) {
  const fixed = provider !== null;
  return (
    <div className={styles['fields']}>
      <TextInput label={t('sign_on.name')} required maxLength={60} {...form.getInputProps('name')} />
      <TextInput
        label={t('sign_on.issuer')}
        type="url"
        placeholder="https://"
        required
        readOnly={fixed}
        {...form.getInputProps('issuer')}
      />
      <TextInput label={t('sign_on.client_id')} required readOnly={fixed} {...form.getInputProps('clientId')} />
      <PasswordInput
        label={t('sign_on.secret')}
        autoComplete="off"
        {...(provider?.hasSecret ? { description: t('sign_on.secret_kept') } : {})}
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...form.getInputProps('secret')}
      />
      <TextInput label={t('sign_on.scopes')} required {...form.getInputProps('scopes')} />
    </div>
  );
}

function PeopleFields({ draft: { form } }: { draft: DraftForm<Values> }) {
  const posts = usePosts().filter(({ closed }) => !closed);
  return (
    <div className={styles['stack']}>
      <Choices
        label={t('sign_on.known_by')}
        options={[
          { value: 'email', label: t('sign_on.by_email') },
          { value: 'username', label: t('sign_on.by_username') },
          { value: 'link', label: t('sign_on.by_link') },
        ]}
        value={form.getValues().knownBy}
        onChange={(chosen) => form.setFieldValue('knownBy', chosen ?? 'email')}
      />
      <NativeSelect
        label={t('sign_on.new_post')}
        data={[
          { value: '', label: t('sign_on.refuse') },
          ...posts.map((post) => ({ value: post.id, label: t('sign_on.becomes', { post: said(post.name) }) })),
        ]}
        {...form.getInputProps('newPostId')}
      />
      <Checkbox size="md" label={t('sign_on.asks_code')} {...form.getInputProps('asksCode', { type: 'checkbox' })} />
      <Checkbox size="md" label={t('sign_on.ends_there')} {...form.getInputProps('endsThere', { type: 'checkbox' })} />
    </div>
  );
}
