import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { postsOut } from '../../../src/organisation/posts-view.ts';
import type { SORTS } from '../../../src/personnel/move.ts';
import type { StaffRecord } from '../../../src/personnel/view-records.ts';
import type { File, MemberLine } from '../../../src/personnel/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { absoluteDay, dayOf, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import styles from './staff.module.css';
import { recordWords } from './staff-words.ts';

type Sort = (typeof SORTS)[number];
type Post = z.output<typeof postsOut>['items'][number];
type Values = {
  personId: string;
  sort: Sort;
  fromPostId: string;
  toPostId: string;
  day: string;
  reason: string;
  grounds: string[];
};

const route = getRouteApi('/inside/staff/moves/new');
const sorts: readonly Sort[] = ['promotion', 'demotion', 'appointment', 'removal'];
const leaves = (sort: Sort) => sort !== 'appointment';
const leads = (sort: Sort) => sort !== 'removal';

/** A promotion, demotion, appointment or removal: proposed to the company, or decided at once by whoever may. */
export function NewMove() {
  const { person } = route.useSearch();
  const proposes = useSession().rights.includes('staff.propose');
  return (
    <Page title={proposes ? t('staff.propose') : t('staff.appoint')}>
      <MoveForm key={person} person={person ?? ''} path={proposes ? 'staff/moves' : 'staff/appointments'} />
    </Page>
  );
}

function MoveForm({ person, path }: { person: string; path: string }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'staff_move'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `staff_move/new/${person || 'anybody'}`,
    initial: {
      personId: person,
      sort: 'promotion',
      fromPostId: '',
      toPostId: '',
      day: dayOf(nowMs()),
      reason: '',
      grounds: [],
    },
    check: problemsOf,
    send: (values, options) => api.post(path, { id, ...bodyOf(values) }, options),
    changes: () => ['staff_move', 'person', 'post'],
    done: () => void navigate({ to: `/staff/moves/${id}` }),
  });
  const { form } = draft;
  const proposes = path === 'staff/moves';
  return (
    <FormFrame draft={draft} submit={proposes ? t('staff.send_proposal') : t('staff.appoint')}>
      <p className="dim">{proposes ? t('staff.propose_says') : t('staff.appoint_says')}</p>
      <Whom draft={draft} />
      <Choices
        label={t('staff.sort')}
        required
        options={sorts.map((value) => ({ value, label: t(`staff.sort_${value}`) }))}
        value={form.values.sort}
        onChange={(value) => value && form.setFieldValue('sort', value)}
      />
      {form.values.personId ? <Posts draft={draft} /> : null}
      <TextInput type="date" label={t('staff.from_day')} required {...form.getInputProps('day')} />
      <Textarea
        label={t('staff.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
      {form.values.personId ? <Grounds draft={draft} /> : null}
    </FormFrame>
  );
}

type Part = { draft: DraftForm<Values> };

function Whom({ draft: { form } }: Part) {
  const pages = usePages<MemberLine>('staff/members', { about: ['person', 'post'], query: { limit: 200 } });
  const members = pageItems(pages.data).map(({ person }) => ({ value: person.id, label: person.name }));
  return (
    <NativeSelect
      label={t('staff.member')}
      required
      data={[{ value: '', label: '' }, ...members]}
      {...form.getInputProps('personId')}
    />
  );
}

/** From a post he holds to one he does not. */
function Posts({ draft: { form } }: Part) {
  const { sort, personId } = form.values;
  const held = useRead<File>(`staff/members/${personId}`, { about: ['staff_file', 'post'] }).data?.posts ?? [];
  const all = useRead<z.output<typeof postsOut>>('posts', { about: ['post'] }).data?.items ?? [];
  const others = all.filter((post) => !post.closed && !held.some(({ id }) => id === post.id));
  const options = (posts: readonly Pick<Post, 'id' | 'name'>[]) => [
    { value: '', label: '' },
    ...posts.map((post) => ({ value: post.id, label: said(post.name) })),
  ];
  return (
    <div className={styles['fields']}>
      {leaves(sort) ? (
        <NativeSelect
          label={t('staff.from_post')}
          required
          data={options(held as Pick<Post, 'id' | 'name'>[])}
          {...form.getInputProps('fromPostId')}
        />
      ) : null}
      {leads(sort) ? (
        <NativeSelect label={t('staff.to_post')} required data={options(others)} {...form.getInputProps('toPostId')} />
      ) : null}
    </div>
  );
}

/** Records of his file that it rests on. */
function Grounds({ draft: { form } }: Part) {
  const pages = usePages<StaffRecord>('staff/records', {
    about: ['staff_file'],
    query: { person: form.values.personId, limit: 40 },
  });
  const records = pageItems(pages.data).filter(({ sort }) => sort !== 'move');
  if (records.length === 0) return null;
  return (
    <Checkbox.Group
      label={t('staff.grounds')}
      value={form.values.grounds}
      onChange={(chosen) => form.setFieldValue('grounds', chosen)}
    >
      {records.map((record) => (
        <Checkbox
          key={record.id}
          mt={6}
          value={`staff_${record.sort} ${record.id}`}
          label={`${absoluteDay(record.day)} · ${recordWords(record)}`}
        />
      ))}
    </Checkbox.Group>
  );
}

function problemsOf({ personId, sort, fromPostId, toPostId, reason }: Values): Record<string, string | null> {
  return {
    personId: personId ? null : t('staff.member_needed'),
    fromPostId: leaves(sort) && !fromPostId ? t('staff.post_needed') : null,
    toPostId: leads(sort) && !toPostId ? t('staff.post_needed') : null,
    reason: reason.trim() ? null : t('staff.words_needed'),
  };
}

function bodyOf({ fromPostId, toPostId, grounds, ...values }: Values) {
  return {
    ...values,
    fromPostId: leaves(values.sort) ? fromPostId : null,
    toPostId: leads(values.sort) ? toPostId : null,
    grounds: grounds.map((one) => {
      const [type, id] = one.split(' ');
      return { type, id };
    }),
  };
}
