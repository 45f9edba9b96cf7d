import { CloseButton } from '@mantine/core';
import { useId, useRef } from 'react';
import { useUploads } from '../../matter/uploads.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import styles from './budget.module.css';

export type ReceiptFile = { id: string; name: string };

type ReceiptProps = { value: ReceiptFile | null; onChange: (file: ReceiptFile | null) => void };

/** The receipt, photographed or scanned: one of them, on its way as soon as it is chosen. */
export function Receipt({ value, onChange }: ReceiptProps) {
  const label = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploads({ done: ([kept]) => kept && onChange({ id: kept.id, name: kept.name }) });
  return (
    <div role="group" aria-labelledby={label} className={styles['receipt']}>
      <span id={label}>{t('budget.receipt')}</span>
      {value ? (
        <span className={styles['acts']}>
          {value.name}
          <CloseButton aria-label={t('messages.remove_file', { name: value.name })} onClick={() => onChange(null)} />
        </span>
      ) : null}
      <input
        ref={input}
        type="file"
        accept="image/*,.pdf"
        hidden
        aria-labelledby={label}
        onChange={(event) => {
          void upload.run([...(event.currentTarget.files ?? [])].slice(0, 1));
          event.currentTarget.value = '';
        }}
      />
      <ActionButton label={t('messages.attach')} kind="quiet" busy={upload.busy} onRun={() => input.current?.click()} />
    </div>
  );
}
