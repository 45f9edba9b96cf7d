import { NativeSelect, NumberInput, Textarea } from '@mantine/core';
import chips from '../../ui/form/chips.module.css';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { PhotoInput } from '../../ui/form/photo-input.tsx';
import { SignaturePad } from '../../ui/form/signature-pad.tsx';
import { t } from '../../words/words.ts';
import type { FormProps } from './asking.tsx';
import type { Finish } from './finish.ts';
import { useFinish } from './finish.ts';
import { useHeads } from './heads.ts';
import { didPhrases, foundPhrases, Phrases } from './phrases.tsx';
import { usePhotos } from './photos.ts';
import { blobOf, dataUrlOf } from './signature.ts';
import { describe } from './report.ts';
import { MinuteTaps } from './taps.tsx';

/** What was found, what was done, how long, photos, and the customer's signature. What is half filled in survives a reload. */
export function FinishForm({ page, report }: FormProps) {
  const draft = useFinish(page, report);
  const { form } = draft;
  const values = form.values;
  const set =
    <Key extends keyof Finish>(key: Key) =>
    (value: Finish[Key]) =>
      form.setFieldValue(key, value as never);
  const photos = usePhotos(describe(page), values.photoIds, set('photoIds'));
  const heads = useHeads(page.department.id);
  return (
    <FormFrame draft={draft} submit={t('worker.finish_now')}>
      <PhotoInput label={t('worker.photos')} value={photos.shown} onChange={photos.change} atMost={9} />
      <div>
        <Textarea label={t('worker.findings')} required rows={2} {...form.getInputProps('findings')} />
        <Phrases
          field={t('worker.findings')}
          phrases={foundPhrases}
          value={values.findings}
          onChange={set('findings')}
        />
      </div>
      <div>
        <Textarea label={t('worker.measures')} required rows={2} {...form.getInputProps('measures')} />
        <Phrases field={t('worker.measures')} phrases={didPhrases} value={values.measures} onChange={set('measures')} />
      </div>
      <Minutes value={values.minutes} onChange={set('minutes')} error={form.errors['minutes']} />
      <NativeSelect
        label={t('worker.informed')}
        data={[
          { value: '', label: t('worker.informed_nobody') },
          ...heads.map((head) => ({ value: head.id, label: head.label })),
        ]}
        {...form.getInputProps('informedId')}
      />
      {page.customerName && !values.signedBy ? (
        <div className={chips['chips']}>
          <button type="button" onClick={() => set('signedBy')(page.customerName!)}>
            {t('worker.signs', { name: page.customerName })}
          </button>
        </div>
      ) : null}
      <SignaturePad
        label={t('worker.signature')}
        value={{ name: values.signedBy, drawn: blobOf(values.signature) }}
        onChange={({ name, drawn }) => {
          // a drawing comes a moment late, when his name may have been typed meanwhile
          if (name !== values.signedBy) set('signedBy')(name);
          void dataUrlOf(drawn).then((url) => set('signature')(url));
        }}
        {...(form.errors['signedBy'] ? { error: String(form.errors['signedBy']) } : {})}
      />
    </FormFrame>
  );
}

function Minutes(props: { value: number | ''; onChange: (minutes: number | '') => void; error: React.ReactNode }) {
  const { value, onChange, error } = props;
  return (
    <div>
      <NumberInput
        label={t('worker.minutes')}
        required
        min={0}
        max={10_000}
        allowDecimal={false}
        value={value}
        error={error}
        onChange={(minutes) => onChange(minutes === '' ? '' : Number(minutes))}
      />
      <MinuteTaps value={value} onChange={onChange} />
    </div>
  );
}
