import { CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import type { Uploaded } from '../../matter/uploads.ts';
import { useUploads } from '../../matter/uploads.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import type { Attached } from './answer.ts';
import { sizeWords } from './attachments.tsx';
import styles from './messages.module.css';

const attachedOf = ({ id, name, size }: Uploaded): Attached => ({ id, name, size });

type FilesProps = { value: readonly Attached[]; onChange: (files: Attached[]) => void };

/** Uploaded as they are chosen, so that they are there after a reload and on another device. */
export function AttachFiles({ value, onChange }: FilesProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploads({ done: (kept) => onChange([...value, ...kept.map(attachedOf)]) });
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        hidden
        aria-label={t('messages.attach')}
        onChange={(event) => {
          void upload.run([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <ActionButton
        label={t('messages.attach')}
        icon={IconPaperclip}
        kind="quiet"
        busy={upload.busy}
        onRun={() => input.current?.click()}
      />
    </>
  );
}

export function AttachedFiles({ value, onChange }: FilesProps) {
  if (value.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={t('messages.attachments')}>
      {value.map((file) => (
        <li key={file.id}>
          {t('messages.attachment', { name: file.name, size: sizeWords(file.size) })}
          <CloseButton
            aria-label={t('messages.remove_file', { name: file.name })}
            onClick={() => onChange(value.filter((one) => one !== file))}
          />
        </li>
      ))}
    </ul>
  );
}
