import { CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { problemWords } from '../../server/refusals.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Attached } from './answer.ts';
import { sizeWords } from './attachments.tsx';
import styles from './messages.module.css';

type FilesProps = { value: readonly Attached[]; onChange: (files: Attached[]) => void };

/** Uploaded as they are chosen, so that they are there after a reload and on another device. */
export function AttachFiles({ value, onChange }: FilesProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useWrite<File[], Attached[]>({
    send: async (files) => {
      const kept: Attached[] = [];
      for (const file of files) {
        const one = await uploaded(file);
        if (one) kept.push(one);
      }
      return kept;
    },
    done: (kept) => onChange([...value, ...kept]),
  });
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

/** One that is refused does not take the others with it. */
async function uploaded(file: File): Promise<Attached | null> {
  const id = newId<'file'>(nowMs());
  try {
    const kept = await api.post<Attached>(
      `files?name=${encodeURIComponent(file.name)}&id=${id}`,
      new Blob([file], { type: 'application/octet-stream' }),
    );
    return { id: kept.id, name: kept.name, size: kept.size };
  } catch (problem) {
    say(t('messages.file_refused', { name: file.name, why: problemWords(problem) }), 'problem');
    return null;
  }
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
