import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useKeys } from '../keys.ts';
import type { DraftForm } from './draft-form.ts';
import { useFirstField } from './first-field.ts';
import { useFirstWrong } from './first-wrong.ts';
import { FormProblem } from './form-problem.tsx';
import { useOwnWords } from './own-words.ts';
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
  const own = useRef<HTMLFormElement>(null);
  useFirstField(own);
  const missing = useOwnWords(own, draft.form);
  useFirstWrong(own, draft.refused);
  const send = () => own.current?.requestSubmit();
  const when = () => own.current?.contains(document.activeElement) ?? false;
  useKeys([{ key: 'mod+Enter', label: submit, group: 'screen', run: send, when }], own);
  return (
    <form ref={own} className={styles['frame']} onSubmit={draft.onSubmit}>
      <Restored shown={draft.restored} begunBy={draft.begunBy} showFormer={draft.showFormer} discard={draft.discard} />
      {children}
      {missing ? (
        <p className={styles['problem']} role="alert">
          {missing}
        </p>
      ) : null}
      <FormProblem problem={draft.problem} shown={Object.keys(draft.form.getValues())} />
      <div className={styles['send']}>
        <SubmitButton label={submit} busy={draft.busy} fullWidth={false} />
        {beside}
      </div>
    </form>
  );
}
