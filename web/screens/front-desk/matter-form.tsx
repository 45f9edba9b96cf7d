import { Select, Textarea, TextInput } from '@mantine/core';
import { Suspense } from 'react';
import { isNeeded } from '../../../src/pack/asked.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { FieldInputs } from '../../matter/field-inputs.tsx';
import type { Kind } from '../../matter/kinds.ts';
import { PlacePicker } from '../../matter/place-picker.tsx';
import { urgencies, urgencyWords } from '../../matter/words.ts';
import { later } from '../../routes/later.ts';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { said, t } from '../../words/words.ts';
import { Answered, LaterReply, Sent } from './extras.tsx';
import { Channels } from './channels.tsx';
import { asksItself, titleOf } from './intake-body.ts';
import { IntakeFrame } from './intake-frame.tsx';
import styles from './matter-form.module.css';
import type { IntakeForm } from './use-intake.ts';

/** Of the few kinds for which something has to be brought. */
const PapersToBring = later(() => import('../../matter/papers-to-bring.tsx').then((file) => file.PapersToBring));

type MatterFormProps = {
  intake: IntakeForm;
  kind: Kind;
  next: () => void;
  /** Made of what somebody wrote: the channel is known, and the answer is written where the message stands. */
  ofMessage?: boolean;
};

/** What this kind needs and nothing else: unit, phone and person are there already. */
export function MatterForm({ intake, kind, next, ofMessage = false }: MatterFormProps) {
  const { values, change, errorOf } = intake;
  const own = asksItself(kind);
  const fields = kind.fields.filter((one) => one.at === 'intake');
  return (
    <IntakeFrame intake={intake} submit={t('front_desk.take_in')} next={next} once={ofMessage}>
      {ofMessage || (kind.needsPlace && !values.place) ? (
        <PlacePicker
          value={values.place}
          onChange={(place) => change({ place })}
          error={errorOf('placeId')}
          required={kind.needsPlace}
        />
      ) : null}
      {own ? null : <Need intake={intake} />}
      <FieldInputs
        fields={fields}
        values={values.fields}
        onChange={(key, value) => {
          intake.draft.form.clearFieldError(`fields.${key}`);
          change({ fields: { ...values.fields, [key]: value } });
        }}
        isRequired={(key) => fields.some((one) => one.key === key && isNeeded(one, { by: 'open', to: kind.begins }))}
        errorOf={(key) => errorOf(`fields.${key}`)}
      />
      {kind.papers.length > 0 ? (
        <Suspense fallback={null}>
          <PapersToBring kind={kind} values={values.fields} />
        </Suspense>
      ) : null}
      <div className={styles['line']}>
        <Choices
          label={t('matter.urgency')}
          options={urgencies.map((value) => ({ value, label: urgencyWords(value) }))}
          value={(values.urgency ?? kind.urgency) as (typeof urgencies)[number]}
          onChange={(urgency) => change({ urgency })}
        />
        {kind.type === 'complaint' ? <Severity intake={intake} /> : null}
      </div>
      {kind.type === 'task' ? <TaskFields intake={intake} /> : ofMessage ? null : <Channels intake={intake} />}
      <Sent intake={intake} kind={kind} />
      {ofMessage ? null : <Answered intake={intake} />}
      <LaterReply intake={intake} />
      <TextInput
        label={t('front_desk.line')}
        description={t('front_desk.line_why')}
        placeholder={titleOf(values, kind)}
        value={values.title}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
    </IntakeFrame>
  );
}

function Need({ intake: { values, change, errorOf, takesCursor } }: { intake: IntakeForm }) {
  return (
    <Textarea
      label={t('front_desk.need')}
      autosize
      minRows={2}
      maxRows={8}
      autoFocus={takesCursor}
      value={values.need}
      error={errorOf('need')}
      onChange={(event) => change({ need: event.currentTarget.value })}
    />
  );
}

function Severity({ intake: { desk, values, change, errorOf } }: { intake: IntakeForm }) {
  return (
    <Choices
      label={t('matter.severity')}
      options={desk.severities.map((one) => ({ value: one.key, label: said(one.name) }))}
      value={values.severity}
      onChange={(severity) => change({ severity })}
      error={errorOf('severity')}
    />
  );
}

/** A superior's task: given by me, to whom, and by when. */
function TaskFields({ intake: { desk, values, change, errorOf } }: { intake: IntakeForm }) {
  return (
    <div className={styles['line']}>
      <Select
        label={t('front_desk.given_to')}
        description={t('front_desk.given_to_why')}
        searchable
        clearable
        data={desk.people.map((one) => ({ value: one.id, label: one.name }))}
        value={values.ownerId}
        onChange={(ownerId) => change({ ownerId })}
        error={errorOf('ownerId')}
      />
      <MomentField
        label={t('front_desk.done_by')}
        value={values.dueAt}
        onChange={(dueAt) => change({ dueAt })}
        error={errorOf('dueAt')}
      />
    </div>
  );
}
