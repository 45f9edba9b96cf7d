import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { submittedOut } from '../../../src/entry/view.ts';
import { api } from '../../api.ts';
import { base } from '../../base.ts';
import type { FieldValue } from '../../matter/field-inputs.tsx';
import { FieldInputs } from '../../matter/field-inputs.tsx';
import { fieldWords, problemWords } from '../../refusals.ts';
import { PhotoInput } from '../../ui/form/photo-input.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';
import styles from './entry.module.css';
import type { CentrePage } from './entry.tsx';

type Submitted = z.output<typeof submittedOut>;

const empty = { text: '', name: '', phone: '', place: '' };

async function inBase64(photo: Blob): Promise<string> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  let signs = '';
  for (const byte of bytes) signs += String.fromCodePoint(byte);
  return btoa(signs);
}

/** One entry for every kind that may be sent in; it gives back a number and a link. */
export function SendIn({ kinds }: Pick<CentrePage, 'kinds'>) {
  const [sent, setSent] = useState<Submitted | null>(null);
  return sent ? <Sent sent={sent} /> : <Form kinds={kinds} done={setSent} />;
}

function Form({ kinds, done }: Pick<CentrePage, 'kinds'> & { done: (sent: Submitted) => void }) {
  const [key, setKey] = useState<string | null>(null);
  const [values, setValues] = useState(empty);
  const [fields, setFields] = useState<Record<string, FieldValue>>({});
  const [photos, setPhotos] = useState<Blob[]>([]);
  const kind = kinds.find((one) => one.key === key);
  const send = useWrite<void, Submitted>({
    send: async (_, options) =>
      api.post(
        'public/matters',
        { ...values, kind: key, fields, photos: await Promise.all(photos.map(inBase64)) },
        options,
      ),
    done,
    failed: () => true,
  });
  const errorOf = (path: string) => (send.problem ? fieldWords(send.problem)[path] : null);
  const input = (name: keyof typeof empty) => ({
    value: values[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <Select
        label={t('entry.kind')}
        required
        data={kinds.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={key}
        description={kind ? said(kind.about) : null}
        onChange={(value) => {
          setKey(value);
          setFields({});
        }}
      />
      <FieldInputs
        fields={kind?.fields ?? []}
        values={fields}
        onChange={(name, value) => setFields((before) => ({ ...before, [name]: value }))}
        isRequired={() => true}
        errorOf={(name) => errorOf(`fields.${name}`)}
      />
      <Textarea label={t('entry.text')} required autosize minRows={3} {...input('text')} />
      <TextInput
        label={t('entry.place')}
        description={t('entry.place_why')}
        required={kind?.needsPlace ?? false}
        {...input('place')}
      />
      <TextInput label={t('entry.name')} required autoComplete="name" {...input('name')} />
      <TextInput label={t('entry.your_phone')} required type="tel" autoComplete="tel" {...input('phone')} />
      <PhotoInput label={t('entry.photos')} value={photos} onChange={setPhotos} atMost={2} />
      {send.problem ? <p role="alert">{problemWords(send.problem)}</p> : null}
      <SubmitButton label={t('entry.send')} busy={send.busy} />
    </form>
  );
}

function Sent({ sent }: { sent: Submitted }) {
  const address = `${location.origin}${base}c/case#${sent.secret}`;
  return (
    <div className={styles['item']} role="status">
      <p>{t('entry.sent', { number: String(sent.number) })}</p>
      <p>{t('entry.keep_link')}</p>
      <a className={styles['secret']} href={address}>
        {t('entry.follow')}
      </a>
    </div>
  );
}
