import { NativeSelect, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { Choices } from '../../ui/form/choices.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';
import type { ReportBody } from './report.ts';
import type { Part, RoundView, Way } from './round-words.ts';

export type WayValues = { way: Way | null; measures: string; reportedToId: string; answerBy: string | null };

/** Where a line allows one way only, it is chosen. */
export function noWay({ ways }: Pick<Part, 'ways'>): WayValues {
  return { way: ways.length === 1 ? ways[0]! : null, measures: '', reportedToId: '', answerBy: null };
}

export function problemsOfWay({ way, measures, reportedToId }: WayValues): Record<string, string | null> {
  const says = way === 'handled' || way === 'suggested';
  return {
    way: way === null ? t('patrols.way_needed') : null,
    measures: says && measures.trim() === '' ? t('patrols.measures_needed') : null,
    reportedToId: way === 'reported' && reportedToId === '' ? t('patrols.reported_to_needed') : null,
  };
}

/** Only what belongs to the way that was chosen is sent. */
export function saidOfWay({ way, measures, reportedToId, answerBy }: WayValues): Omit<ReportBody, 'result'> {
  if (way === null) return {};
  if (way === 'reported') return { way, reportedToId, measures: measures.trim() };
  return { way, measures: measures.trim(), ...(way === 'suggested' && answerBy ? { answerBy } : {}) };
}

type WayFieldsProps = {
  part: Part;
  above: RoundView['above'];
  values: WayValues;
  errors: Record<string, ReactNode>;
  change: (some: Partial<WayValues>) => void;
};

/** What was done about a finding: handled on the spot, reported upward to somebody, or suggested to the department (PTRL-01, PTRL-03). */
export function WayFields({ part, above, values, errors, change }: WayFieldsProps) {
  const { way } = values;
  return (
    <>
      {part.ways.length > 1 ? (
        <Choices
          label={t('patrols.way')}
          required
          options={part.ways.map((value) => ({ value, label: t(`patrols.way_${value}`) }))}
          value={way}
          onChange={(value) => change({ way: value })}
          error={errors['way']}
        />
      ) : null}
      {way === 'handled' || way === 'suggested' ? (
        <Textarea
          label={t(`patrols.measures_${way}`)}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={values.measures}
          onChange={(event) => change({ measures: event.currentTarget.value })}
          error={errors['measures']}
        />
      ) : null}
      {way === 'reported' ? (
        <NativeSelect
          label={t('patrols.reported_to')}
          required
          data={[{ value: '', label: '' }, ...above.map(({ id, name }) => ({ value: id, label: name }))]}
          value={values.reportedToId}
          onChange={(event) => change({ reportedToId: event.currentTarget.value })}
          error={errors['reportedToId']}
        />
      ) : null}
      {way === 'suggested' ? (
        <MomentField
          label={t('patrols.answer_by')}
          description={t('patrols.answer_by_why')}
          value={values.answerBy}
          onChange={(answerBy) => change({ answerBy })}
          error={errors['answerBy']}
        />
      ) : null}
    </>
  );
}
