import { useState } from 'react';
import type { z } from 'zod';
import type { submittedOut } from '../../../src/entry/view.ts';
import type { Words } from '../../../src/kernel/words.ts';
import { isAsked } from '../../../src/pack/asked.ts';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import type { FieldShape, FieldValues } from '../../matter/field-inputs.tsx';
import { fieldWords } from '../../server/refusals.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { Told, Wrong } from './around.tsx';
import { AskedFields } from './asked-fields.tsx';
import { ToBring } from './bring.tsx';
import { Line, Lines, OneOf, Press } from './controls.tsx';
import styles from './entry.module.css';
import type { CentrePage } from './entry.tsx';
import { useKeptHere } from './kept-here.ts';
import { photosInText } from './in-text.ts';
import type { Taken } from './photos.tsx';
import { Photos } from './photos.tsx';

type Submitted = z.output<typeof submittedOut>;

const empty = { kind: '', text: '', name: '', phone: '', place: '', fields: {} as FieldValues };
type Texts = 'text' | 'name' | 'phone' | 'place';

/** What the kind asks and he answered: what was typed before he chose another is not sent. */
function answersTo(fields: readonly FieldShape[], values: FieldValues): FieldValues {
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = values[key] ?? null;
      return value === null || value === '' || !isAsked(fields, key, values) ? [] : [[key, value] as const];
    }),
  );
}

/** One entry for every kind that may be sent in; it gives back a number and a link. */
export function SendIn({ kinds, afterwards }: Pick<CentrePage, 'kinds'> & { afterwards: Words }) {
  const [sent, setSent] = useState<Submitted | null>(null);
  return sent ? (
    <Sent sent={sent} afterwards={afterwards} another={() => setSent(null)} />
  ) : (
    <Form kinds={kinds} done={setSent} />
  );
}

function Form({ kinds, done }: Pick<CentrePage, 'kinds'> & { done: (sent: Submitted) => void }) {
  const [values, keep, forget] = useKeptHere('huiyin.entry', empty);
  const [photos, setPhotos] = useState<Taken[]>([]);
  const kind = kinds.find((one) => one.key === values.kind);
  const fields = kind?.fields ?? [];
  const send = useWrite<object, Submitted>({
    send: (body, options) => api.post('public/matters', body, options),
    done: (answer) => {
      forget();
      done(answer);
    },
    failed: () => true,
  });
  const errorOf = (path: string) => (send.problem ? fieldWords(send.problem)[path] : null);
  const input = (name: Texts) => ({
    value: values[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => keep({ ...values, [name]: event.currentTarget.value }),
  });
  const submit = async () => {
    const sent = await photosInText(photos);
    await send.run({ ...values, fields: answersTo(fields, values.fields), photos: sent });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <OneOf
        label={t('entry.kind')}
        required
        value={kind?.key ?? ''}
        hint={kind ? said(kind.about) : null}
        error={errorOf('kind')}
        onChange={(event) => keep({ ...values, kind: event.currentTarget.value, fields: {} })}
      >
        <option value="">{t('entry.choose_kind')}</option>
        {kinds.map((one) => (
          <option key={one.key} value={one.key}>
            {said(one.name)}
          </option>
        ))}
      </OneOf>
      <AskedFields
        fields={fields}
        values={values.fields}
        onChange={(name, value) => keep({ ...values, fields: { ...values.fields, [name]: value } })}
        errorOf={(name) => errorOf(`fields.${name}`)}
      />
      {kind ? <ToBring kind={kind} values={values.fields} /> : null}
      <Lines label={t('entry.text')} required rows={4} maxLength={4000} {...input('text')} />
      <Line
        label={t('entry.place')}
        hint={t('entry.place_why')}
        required={kind?.needsPlace ?? false}
        maxLength={60}
        {...input('place')}
      />
      <Line label={t('entry.name')} required autoComplete="name" maxLength={100} {...input('name')} />
      <Line label={t('entry.your_phone')} required type="tel" autoComplete="tel" maxLength={40} {...input('phone')} />
      <Photos label={t('entry.photos')} value={photos} onChange={setPhotos} atMost={2} />
      <Wrong problem={send.problem} />
      <Press label={t('entry.send')} busy={send.busy} />
    </form>
  );
}

/** His number and his link; what he has just sent stands here until he wants another. */
function Sent({ sent, afterwards, another }: { sent: Submitted; afterwards: Words; another: () => void }) {
  const address = `${location.origin}${base}c/case#${sent.secret}`;
  return (
    <div className={styles['item']} role="status">
      <p>{t('entry.sent', { number: String(sent.number) })}</p>
      <Told words={afterwards} />
      <p>{t('entry.keep_link')}</p>
      <a className={styles['secret']} href={address}>
        {t('entry.follow')}
      </a>
      <Press label={t('entry.another')} busy={false} plain onRun={another} />
    </div>
  );
}
