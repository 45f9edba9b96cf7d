import { Textarea, TextInput } from '@mantine/core';
import { IconAlarm, IconMessageReply, IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Kind } from '../../matter/kinds.ts';
import { SendFields } from '../../matter/send-fields.tsx';
import type { IconType } from '../../ui/action-button.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';
import { usualTask } from './intake-body.ts';
import styles from './matter-form.module.css';
import type { IntakeForm } from './use-intake.ts';

/** Somebody is sent right away: which department, who, and when he comes. */
export function Sent({ intake, kind }: { intake: IntakeForm; kind: Kind }) {
  const { values, change, errorOf } = intake;
  if (!kind.sendsWork) return null;
  return (
    <Section
      title={t('front_desk.send')}
      add={t('front_desk.send_add')}
      icon={IconTool}
      hotkey="o"
      on={values.sends}
      toggle={() => change({ sends: !values.sends })}
    >
      <SendFields
        value={values.sending}
        usualTask={usualTask(values, kind)}
        onChange={(sending) => {
          intake.draft.form.clearFieldError('appointment');
          change({ sending: { ...values.sending, ...sending } });
        }}
        errorOf={errorOf}
      />
    </Section>
  );
}

/** The answer, where it can be given at once. */
export function Answered({ intake: { values, change, errorOf, takesCursor } }: { intake: IntakeForm }) {
  return (
    <Section
      title={t('front_desk.answer')}
      add={t('front_desk.answer_add')}
      icon={IconMessageReply}
      hotkey="r"
      on={values.answers}
      toggle={() => change({ answers: !values.answers })}
    >
      <Textarea
        label={t('front_desk.answer_words')}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus={takesCursor}
        value={values.answer}
        error={errorOf('answer')}
        onChange={(event) => change({ answer: event.currentTarget.value })}
      />
    </Section>
  );
}

/** A later reply, promised: a clock like any other. */
export function LaterReply({ intake: { values, change, errorOf, takesCursor } }: { intake: IntakeForm }) {
  return (
    <Section
      title={t('front_desk.promise')}
      add={t('front_desk.promise_add')}
      icon={IconAlarm}
      hotkey="p"
      on={values.promises}
      toggle={() => change({ promises: !values.promises })}
    >
      <TextInput
        label={t('matter.promise_words')}
        autoFocus={takesCursor}
        required
        value={values.promiseWords}
        error={errorOf('promiseWords') ?? errorOf('words')}
        onChange={(event) => change({ promiseWords: event.currentTarget.value })}
      />
      <MomentField
        label={t('matter.promise_by')}
        required
        value={values.promiseAt}
        error={errorOf('promiseAt')}
        onChange={(promiseAt) => change({ promiseAt })}
      />
    </Section>
  );
}

type SectionProps = {
  title: string;
  /** The words on the button while it is left out. */
  add: string;
  icon: IconType;
  hotkey: string;
  on: boolean;
  toggle: () => void;
  children: ReactNode;
};

/** Something that may be added to an intake by one key. */
function Section({ title, add, icon, hotkey, on, toggle, children }: SectionProps) {
  return (
    <section className={styles['section']} data-on={on || undefined} aria-label={title}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <ActionButton
          label={on ? t('front_desk.leave_out') : add}
          icon={icon}
          hotkey={hotkey}
          kind="quiet"
          onRun={toggle}
        />
      </div>
      {on ? <div className={styles['fields']}>{children}</div> : null}
    </section>
  );
}
