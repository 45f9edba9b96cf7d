import { Textarea, TextInput } from '@mantine/core';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { PhotoInput } from '../../ui/form/photo-input.tsx';
import { t } from '../../words/words.ts';
import { usePhotos } from '../worker/photos.ts';
import type { ReportBody } from './report.ts';
import { nameOf } from './report.ts';
import type { Part, RoundView } from './round-words.ts';
import type { WayValues } from './way-fields.tsx';
import { noWay, problemsOfWay, saidOfWay, WayFields } from './way-fields.tsx';

type Values = WayValues & { count: string; note: string; photoIds: string[] };
type Body = Omit<ReportBody, 'result'>;
type FindingFormProps = { round: RoundView; part: Part; result: 'ok' | 'fault'; report: (body: Body) => void };

/** What a line asks for beyond ok or not: how many, what is wrong, what was done about it, a photo. Half typed, it survives a reload. */
export function FindingForm({ round, part, result, report }: FindingFormProps) {
  const counts = part.record === 'count' || part.record === 'letters';
  const asksWay = result === 'fault' && part.ways.length > 0;
  const draft = useDraftForm<Values>({
    subject: `round/${round.id}/${part.key}/${result}`,
    initial: { ...noWay(part), count: '', note: '', photoIds: [] },
    check: (values) => ({
      count: !counts || /^\d{1,5}$/.test(values.count.trim()) ? null : t('rounds.count_needed'),
      note: (result === 'ok' && part.record !== 'text') || values.note.trim() ? null : t('rounds.note_needed'),
      ...(asksWay ? problemsOfWay(values) : {}),
    }),
    send: async ({ count, note, photoIds, ...values }) =>
      report({
        ...(counts ? { count: Number(count) } : {}),
        note: note.trim(),
        photoIds,
        ...(asksWay ? saidOfWay(values) : {}),
      }),
  });
  const { form } = draft;
  const photos = usePhotos(nameOf(round), form.values.photoIds, (ids) => form.setFieldValue('photoIds', ids));
  return (
    <FormFrame draft={draft} submit={result === 'ok' || asksWay ? t('rounds.note_down') : t('rounds.report_fault')}>
      {counts ? (
        <TextInput
          label={part.record === 'letters' ? t('rounds.letters') : t('rounds.count')}
          inputMode="numeric"
          required
          {...form.getInputProps('count')}
        />
      ) : null}
      <Textarea
        label={result === 'fault' ? t('rounds.what_is_wrong') : t('rounds.note')}
        required={result === 'fault' || part.record === 'text'}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      {asksWay ? (
        <WayFields
          part={part}
          above={round.above}
          values={form.values}
          errors={form.errors}
          change={(some) => form.setValues(some)}
        />
      ) : null}
      {part.photo ? (
        <PhotoInput label={t('worker.photos')} value={photos.shown} onChange={photos.change} atMost={9} />
      ) : null}
    </FormFrame>
  );
}
