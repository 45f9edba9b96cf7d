import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { POINT_VERDICTS } from '../../../src/contractor/contractor.ts';
import type { ContractorView } from '../../../src/contractor/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { HOUR, instantOf, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import styles from './contractors.module.css';
import { useServices } from './house.ts';
import { verdictWords } from './words.ts';

type Verdict = (typeof POINT_VERDICTS)[number];
type Point = { key: string; verdict: Verdict | null; notConform: string; improvement: string; dueAt: string | null };
type Values = { service: string; points: Point[]; remark: string; happenedAt: string | null };
type Service = ReturnType<typeof useServices>[number];

const pointsOf = (service: Service | undefined): Point[] =>
  (service?.points ?? []).map(({ key }) => ({ key, verdict: null, notConform: '', improvement: '', dueAt: null }));

/** What is missing, by the path of its field; a point in order asks for nothing. */
function problemsOf({ points }: Values): Record<string, string | null> {
  return Object.fromEntries(
    points.flatMap((one, at) => {
      const path = `points.${at}`;
      if (one.verdict === null) return [[`${path}.verdict`, t('contractors.verdict_needed')]];
      if (one.verdict === 'pass') return [];
      return [
        [`${path}.notConform`, one.notConform.trim() ? null : t('contractors.not_conform_needed')],
        [`${path}.improvement`, one.improvement.trim() ? null : t('contractors.improvement_needed')],
        [`${path}.dueAt`, one.dueAt ? null : t('contractors.due_needed')],
      ];
    }),
  );
}

function bodyOf({ service, points, remark, happenedAt }: Values) {
  const found = points.map(({ key, verdict, notConform, improvement, dueAt }) =>
    verdict === 'fail' ? { key, verdict, notConform, improvement, dueAt } : { key, verdict },
  );
  return { service, points: found, remark, ...(happenedAt ? { happenedAt } : {}) };
}

/** One check of one service, point by point: what fails asks for an improvement by a day. */
export function CheckForm({ contractor, done }: { contractor: ContractorView; done: () => void }) {
  const all = useServices();
  const mine = all.filter(({ key }) => contractor.services.some((one) => one.key === key));
  return mine.length === 0 ? (
    <p className="dim">{t('contractors.services_gone')}</p>
  ) : (
    <Points contractor={contractor} services={mine} done={done} />
  );
}

type PointsProps = { contractor: ContractorView; services: readonly Service[]; done: () => void };

function Points({ contractor, services, done }: PointsProps) {
  const [id] = useState(() => newId<'contractor_check'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `contractor/${contractor.id}/check`,
    initial: { service: services[0]!.key, points: pointsOf(services[0]), remark: '', happenedAt: null },
    check: problemsOf,
    send: (values, options) => api.post(`contractors/${contractor.id}/checks`, { id, ...bodyOf(values) }, options),
    changes: () => ['contractor', `contractor/${contractor.id}`, 'contractor_due', 'contractor_fault', 'commitment'],
    done,
  });
  const { form } = draft;
  const service = services.find(({ key }) => key === form.values.service);
  const choose = (key: string) =>
    form.setValues({ service: key, points: pointsOf(services.find((one) => one.key === key)) });
  return (
    <FormFrame draft={draft} submit={t('contractors.record_check')}>
      {services.length > 1 ? (
        <NativeSelect
          label={t('contractors.service')}
          data={services.map(({ key, name }) => ({ value: key, label: said(name) }))}
          value={form.values.service}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      {form.values.points.map((point, at) => (
        <PointFields
          key={point.key}
          draft={draft}
          at={at}
          name={said(
            service?.points.find(({ key }) => key === point.key)?.name ?? { en: '', 'zh-hans': '', 'zh-hant': '' },
          )}
        />
      ))}
      <TextInput label={t('contractors.remark')} maxLength={2000} {...form.getInputProps('remark')} />
      <MomentField
        label={t('contractors.checked')}
        description={t('contractors.now_left_out')}
        value={form.values.happenedAt}
        onChange={(moment) => form.setFieldValue('happenedAt', moment)}
        quick={[]}
      />
    </FormFrame>
  );
}

function PointFields({ draft: { form }, at, name }: { draft: DraftForm<Values>; at: number; name: string }) {
  const point = form.values.points[at]!;
  const path = `points.${at}`;
  return (
    <div className={styles['point']}>
      <Choices
        label={name}
        required
        options={POINT_VERDICTS.map((value) => ({ value, label: verdictWords({ verdict: value }) }))}
        value={point.verdict}
        onChange={(verdict) => form.setFieldValue(`${path}.verdict`, verdict as never)}
        error={form.errors[`${path}.verdict`]}
      />
      {point.verdict === 'fail' ? (
        <>
          <Textarea
            label={t('contractors.not_conform')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps(`${path}.notConform`)}
          />
          <Textarea
            label={t('contractors.improvement')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps(`${path}.improvement`)}
          />
          <MomentField
            label={t('contractors.due')}
            required
            value={point.dueAt}
            onChange={(moment) => form.setFieldValue(`${path}.dueAt`, moment as never)}
            error={form.errors[`${path}.dueAt`]}
            quick={[1, 3, 7].map((days) => ({
              label: t('contractors.in_days', { count: days }),
              at: instantOf(nowMs() + days * 24 * HOUR),
            }))}
          />
        </>
      ) : null}
    </div>
  );
}
