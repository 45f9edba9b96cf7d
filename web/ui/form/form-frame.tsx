import type { KeyboardEvent, ReactNode } from 'react';
import type { DraftForm } from './draft-form.ts';
import { FormProblem } from './form-problem.tsx';
import { Restored } from './restored.tsx';
import { SubmitButton } from './submit-button.tsx';
import styles from './form.module.css';

type FormFrameProps<Values> = {
  draft: DraftForm<Values>;
  /** The words on the button: a verb. */
  submit: string;
  /** Buttons beside it. */
  beside?: ReactNode;
  children: ReactNode;
};

/** Around the fields of a form: what was restored, what was refused, and the button. Ctrl Enter sends from any field. */
export function FormFrame<Values extends Record<string, unknown>>({
  draft,
  submit,
  beside,
  children,
}: FormFrameProps<Values>) {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className={styles['frame']} onSubmit={draft.onSubmit} onKeyDown={onKeyDown} noValidate={false}>
      <Restored shown={draft.restored} discard={draft.discard} />
      {children}
      <FormProblem problem={draft.problem} shown={Object.keys(draft.form.getValues())} />
      <div className={styles['send']}>
        <SubmitButton label={submit} busy={draft.busy} fullWidth={false} />
        {beside}
      </div>
    </form>
  );
}
