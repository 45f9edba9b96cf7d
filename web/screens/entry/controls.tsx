import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';
import styles from './entry.module.css';

type Asked = { label: string; hint?: string | null; error?: ReactNode; required?: boolean };
type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean; required: boolean };

/** What is asked, with what it means and what is wrong about it tied to it. The browser's own fields: this page is weighed. */
function Field({ label, hint, error, required, children }: Asked & { children: (tied: Described) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>
        {label}
        {required ? <span aria-hidden> *</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="dim">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': Boolean(error),
        required: required ?? false,
      })}
      {error ? (
        <p id={`${id}-error`} className={styles['wrong']}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function Line({ label, hint, error, required, ...own }: Asked & InputHTMLAttributes<HTMLInputElement>) {
  return <Field {...{ label, hint, error, required }}>{(tied) => <input {...own} {...tied} />}</Field>;
}

export function Lines({ label, hint, error, required, ...own }: Asked & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <Field {...{ label, hint, error, required }}>{(tied) => <textarea {...own} {...tied} />}</Field>;
}

export function OneOf({ label, hint, error, required, ...own }: Asked & SelectHTMLAttributes<HTMLSelectElement>) {
  return <Field {...{ label, hint, error, required }}>{(tied) => <select {...own} {...tied} />}</Field>;
}

type ButtonProps = { label: string; busy: boolean; plain?: boolean; onRun?: () => void };

/** Sends the form it stands in, unless it is told what to do. */
export function Press({ label, busy, plain, onRun }: ButtonProps) {
  return (
    <button
      type={onRun ? 'button' : 'submit'}
      className={styles['press']}
      data-plain={plain || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onRun?.();
      }}
    >
      {label}
    </button>
  );
}
