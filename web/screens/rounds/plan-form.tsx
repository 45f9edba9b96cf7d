import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { postsOut } from '../../../src/organisation/posts-view.ts';
import { api } from '../../api.ts';
import { newId } from '../../ids.ts';
import { useRead } from '../../queries.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs, weekdayNames } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { Plan } from './plan.ts';
import type { PlanValues } from './plan-values.ts';
import { bodyOf, valuesOf } from './plan-values.ts';
import { PlanLines } from './plan-lines.tsx';
import styles from './rounds.module.css';

/** Changes a checklist, gives it up, or writes a new one; what is walked today keeps to the version it began on. */
export function PlanForm({ plan, done }: { plan: Plan | null; done: () => void }) {
  const [id] = useState(() => plan?.id ?? newId<'round_plan'>(nowMs()));
  const draft = useDraftForm<PlanValues>({
    subject: plan ? `round_plan/${plan.id}` : 'round_plan/new',
    initial: valuesOf(plan),
    version: plan?.version,
    check: (values) => ({
      name: values.name.trim() ? null : t('rounds.name_needed'),
      postId: values.postId ? null : t('rounds.post_needed'),
      by: /^\d\d:\d\d$/.test(values.by) ? null : t('rounds.by_needed'),
      why: values.why.trim() ? null : t('rounds.why_needed'),
      lines: values.lines.some((line) => line.name.trim()) ? null : t('rounds.line_needed'),
    }),
    send: (values, options, known) =>
      plan
        ? api.put(`round-plans/${id}`, { ...bodyOf(values, plan), closed: values.closed, seen: known.version }, options)
        : api.post('round-plans', { id, ...bodyOf(values, null) }, options),
    changes: () => ['round_plan', 'round', 'commitment'],
    done: () => {
      say(t('rounds.plan_done'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('rounds.apply')}>
      <TextInput label={t('rounds.name')} required maxLength={100} {...draft.form.getInputProps('name')} />
      <ScheduleFields draft={draft} />
      <PostFields draft={draft} />
      <PlanLines draft={draft} />
      {plan ? (
        <Checkbox
          label={t('rounds.close')}
          description={t('rounds.close_why')}
          {...draft.form.getInputProps('closed', { type: 'checkbox' })}
        />
      ) : null}
      <TextInput label={t('rounds.why')} required maxLength={200} {...draft.form.getInputProps('why')} />
      <p className="dim">{t('rounds.holds_from_next')}</p>
    </FormFrame>
  );
}

function ScheduleFields({ draft: { form } }: { draft: DraftForm<PlanValues> }) {
  const { every } = form.values;
  const days = weekdayNames('long').map((label, at) => ({ value: String(at + 1), label }));
  const dates = Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('rounds.every')}
        data={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`rounds.per_${value}`) }))}
        {...form.getInputProps('every')}
      />
      {every === 'day' ? null : (
        <NativeSelect label={t('rounds.on')} data={every === 'week' ? days : dates} {...form.getInputProps('on')} />
      )}
      <TextInput type="time" label={t('rounds.by')} required {...form.getInputProps('by')} />
      <NativeSelect
        label={t('rounds.days')}
        data={(['open', 'all'] as const).map((value) => ({ value, label: t(`rounds.days_${value}`) }))}
        {...form.getInputProps('days')}
      />
    </div>
  );
}

function PostFields({ draft: { form } }: { draft: DraftForm<PlanValues> }) {
  const posts = useRead<z.output<typeof postsOut>>('posts', { about: ['post'] }).data?.items ?? [];
  const open = posts.filter((post) => !post.closed).map((post) => ({ value: post.id, label: said(post.name) }));
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('rounds.post')}
        required
        data={[{ value: '', label: '' }, ...open]}
        {...form.getInputProps('postId')}
      />
      <NativeSelect
        label={t('rounds.follow_up_post')}
        data={[{ value: '', label: t('rounds.whoever_finds') }, ...open]}
        {...form.getInputProps('followUpPostId')}
      />
    </div>
  );
}
