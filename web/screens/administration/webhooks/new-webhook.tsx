import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../../account/account.module.css';
import { ShownSecret } from './secret.tsx';
import type { Secret } from './webhooks.ts';
import { useTypes } from './webhooks.ts';

type Values = { name: string; url: string; types: string[] };

/** Another system: where it listens and of what it is told; its secret is shown this once. */
export function NewWebhook({ opened, close }: { opened: boolean; close: () => void }) {
  const [made, setMade] = useState<Secret | null>(null);
  const end = () => {
    setMade(null);
    close();
  };
  return (
    <Dialog opened={opened} close={end} title={t('webhooks.add')} size="lg">
      {made ? <ShownSecret secret={made.secret} end={end} /> : <Form made={setMade} />}
    </Dialog>
  );
}

function Form({ made }: { made: (secret: Secret) => void }) {
  const types = useTypes();
  const [id] = useState(() => newId<'webhook'>(nowMs()));
  const draft = useDraftForm<Values, Secret>({
    subject: 'webhook/new',
    initial: { name: '', url: '', types: [] },
    check: (values) => ({
      name: values.name.trim() ? null : t('webhooks.name_needed'),
      url: values.url.trim() ? null : t('webhooks.url_needed'),
      types: values.types.length > 0 ? null : t('webhooks.types_needed'),
    }),
    send: (values, options) => api.post<Secret>('webhooks', { id, ...values, name: values.name.trim() }, options),
    changes: () => ['webhook'],
    done: made,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('webhooks.add')}>
      <TextInput label={t('webhooks.name')} required maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.url_hint')}
        type="url"
        required
        maxLength={500}
        {...form.getInputProps('url')}
      />
      <Checkbox.Group label={t('webhooks.types')} required {...form.getInputProps('types')}>
        <div className={styles['rights']}>
          {types.map(({ type, says }) => (
            <Checkbox key={type} size="md" value={type} label={said(says)} />
          ))}
        </div>
      </Checkbox.Group>
    </FormFrame>
  );
}
