import type { ReactNode } from 'react';
import { useRef } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFirstWrong } from '../../ui/form/first-wrong.ts';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import { Restored } from '../../ui/form/restored.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { t } from '../../words/words.ts';
import styles from './intake-frame.module.css';
import type { IntakeForm } from './use-intake.ts';

type IntakeFrameProps = {
  intake: IntakeForm;
  submit: string;
  next: () => void;
  /** It is the only one: nobody comes next. */
  once?: boolean;
  children: ReactNode;
};

/** Around an intake: what was restored, what was refused, and the button. Ctrl Enter saves from anywhere on the screen. */
export function IntakeFrame({ intake, submit, next, once = false, children }: IntakeFrameProps) {
  const { draft, values, kind } = intake;
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, draft.refused);
  useKeys([{ key: 'mod+Enter', label: submit, group: 'screen', run: () => form.current?.requestSubmit() }], form);
  // Escape leaves the field, so that the single keys are heard again.
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) form.current?.focus();
  };
  const asked = kind?.fields.map(({ key }) => `fields.${key}`) ?? [];
  const here = [...Object.keys(values), ...asked, ...elsewhere];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, as everywhere
    <form
      ref={form}
      className={styles['frame']}
      onSubmit={draft.onSubmit}
      onKeyDown={onKeyDown}
      tabIndex={-1}
      noValidate
    >
      <Restored shown={draft.restored} discard={next} />
      {values.incident ? (
        <p className={styles['incident']}>
          {t('front_desk.joins_incident', { number: String(values.incident.number), title: values.incident.title })}
        </p>
      ) : null}
      {children}
      <FormProblem problem={draft.problem} shown={here} />
      <div className={styles['send']}>
        <SubmitButton label={submit} busy={draft.busy} fullWidth={false} />
        <span className={`dim ${styles['key'] ?? ''}`} aria-hidden>
          {keyCap('mod+Enter')}
        </span>
        {once ? null : <ActionButton label={t('front_desk.begin_anew')} kind="quiet" onRun={next} />}
      </div>
    </form>
  );
}

/** Fields that are shown under another name than their own. */
const elsewhere = ['placeId', 'task', 'departmentId', 'personId', 'appointment', 'words', 'fromAt', 'untilAt'];
