import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { postsOut } from '../../../src/organisation/posts-view.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { useHeld } from '../../ui/form/known.ts';
import { nowMs, weekdayNames } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { VersionList } from '../../ui/version-list.tsx';
import { said, t } from '../../words/words.ts';
import { Apply } from '../administration/apply.tsx';
import type { Plan } from './plan.ts';
import { scheduleWords } from './plan.ts';
import type { PlanEffect } from './plan-effect.tsx';
import { PlanEffectWords } from './plan-effect.tsx';
import { PlanLines } from './plan-lines.tsx';
import type { PlanValues } from './plan-values.ts';
import { bodyOf, missingIn, valuesOf } from './plan-values.ts';
import styles from './rounds.module.css';

/** Changes a checklist, gives it up, or writes a new one: tried before it is applied, and put back from its versions. */
export function PlanForm({ plan, done }: { plan: Plan | null; done: () => void }) {
  const [key] = useState(() => plan?.key ?? `plan_${newId<'round_plan'>(nowMs()).slice(-12)}`);
  const held = useHeld<PlanValues>(
    { initial: valuesOf(plan), version: plan?.version ?? 0 },
    `round-plan/${plan?.id ?? 'new'}`,
  );
  const { value: values, set } = held;
  const part = { values, change: (some: Partial<PlanValues>) => set({ ...values, ...some }) };
  return (
    <div className={styles['page']}>
      <TextInput
        label={t('rounds.name')}
        required
        maxLength={100}
        value={values.name}
        onChange={(event) => part.change({ name: event.currentTarget.value })}
      />
      <ScheduleFields {...part} />
      <PostFields {...part} />
      <PlanLines {...part} />
      {plan ? (
        <Checkbox
          label={t('rounds.close')}
          description={t('rounds.close_why')}
          checked={values.closed}
          onChange={(event) => part.change({ closed: event.currentTarget.checked })}
        />
      ) : null}
      <Apply<PlanEffect>
        address={`round-plans/${key}`}
        body={bodyOf(values, plan)}
        held={held}
        changes={['organisation', 'round', 'commitment']}
        previewFirst={t('rounds.preview_first')}
        unfit={missingIn(values)}
        applied={() => t('rounds.plan_done')}
        show={(effect) => <PlanEffectWords effect={effect} />}
        refused={(effect) => (effect.faults.length > 0 ? t('rounds.plan_faulty') : null)}
        done={done}
      />
      {plan ? (
        <VersionList
          rows={plan.versions}
          more={[
            {
              key: 'schedule',
              label: t('rounds.every'),
              cell: (row) => (row.closed ? t('rounds.closed') : scheduleWords(row.content)),
            },
            { key: 'lines', label: t('quality.lines'), number: true, cell: (row) => row.content.lines.length },
          ]}
          putBack={(row) => {
            set(valuesOf(row));
            say(t('kinds.put_back_done', { n: row.version }));
          }}
        />
      ) : null}
    </div>
  );
}

export type PlanPart = { values: PlanValues; change: (some: Partial<PlanValues>) => void };

function ScheduleFields({ values, change }: PlanPart) {
  const { every } = values;
  const changeEvery = (next: PlanValues['every']) =>
    change({ every: next, on: '1', ...(next === 'unplanned' ? { over: '' } : {}) });
  const days = weekdayNames('long').map((label, at) => ({ value: String(at + 1), label }));
  const dates = Array.from({ length: every === 'quarter' ? 92 : 31 }, (_, at) => ({
    value: String(at + 1),
    label: String(at + 1),
  }));
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('rounds.every')}
        data={(['day', 'week', 'month', 'quarter', 'unplanned'] as const).map((value) => ({
          value,
          label: t(`rounds.per_${value}`),
        }))}
        value={every}
        onChange={(event) => changeEvery(event.currentTarget.value as PlanValues['every'])}
      />
      {every === 'day' || every === 'unplanned' ? null : (
        <NativeSelect
          label={t('rounds.on')}
          data={every === 'week' ? days : dates}
          value={values.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
      )}
      <TextInput
        type="time"
        label={t('rounds.by')}
        required
        value={values.by}
        onChange={(event) => change({ by: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rounds.varies')}
        data={[
          { value: '', label: t('rounds.varies_not') },
          ...['15', '30', '60', '120'].map((value) => ({ value, label: t('rounds.varies_by', { minutes: value }) })),
        ]}
        value={values.varies}
        onChange={(event) => change({ varies: event.currentTarget.value })}
      />
      {every === 'unplanned' ? null : (
        <NativeSelect
          label={t('rounds.over')}
          data={(['', 'vacant_units', 'tenants'] as const).map((value) => ({
            value,
            label: t(`rounds.over_${value || 'none'}`),
          }))}
          value={values.over}
          onChange={(event) => change({ over: event.currentTarget.value as PlanValues['over'] })}
        />
      )}
      <NativeSelect
        label={t('rounds.days')}
        data={(['open', 'all'] as const).map((value) => ({ value, label: t(`rounds.days_${value}`) }))}
        value={values.days}
        onChange={(event) => change({ days: event.currentTarget.value as PlanValues['days'] })}
      />
    </div>
  );
}

function PostFields({ values, change }: PlanPart) {
  const posts = useRead<z.output<typeof postsOut>>('posts', { about: ['post'] }).data?.items ?? [];
  const open = posts.filter((post) => !post.closed).map((post) => ({ value: post.id, label: said(post.name) }));
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('rounds.post')}
        required
        data={[{ value: '', label: '' }, ...open]}
        value={values.postId}
        onChange={(event) => change({ postId: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rounds.follow_up_post')}
        data={[{ value: '', label: t('rounds.whoever_finds') }, ...open]}
        value={values.followUpPostId}
        onChange={(event) => change({ followUpPostId: event.currentTarget.value })}
      />
    </div>
  );
}
