import { CloseButton } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { apiUrl } from '../server/base.ts';
import { api } from '../server/api.ts';
import { newId } from '../server/ids.ts';
import { problemWords } from '../server/refusals.ts';
import { useWrite } from '../server/writes.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { shrink } from '../ui/form/shrink.ts';
import { nowMs } from '../ui/time.ts';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';
import styles from './pages-input.module.css';

/** One page of what was brought in writing, uploaded already. */
export type WrittenPage = { id: string; name: string; type: string };

const MOST = 20;

type PagesInputProps = { value: readonly WrittenPage[]; onChange: (pages: WrittenPage[]) => void };

/** The pages of a letter, photographed or scanned: uploaded as they are chosen, so that a reload loses none. */
export function PagesInput({ value, onChange }: PagesInputProps) {
  const label = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useWrite<File[], WrittenPage[]>({
    send: async (files) => {
      const kept: WrittenPage[] = [];
      for (const file of files) {
        const one = await uploaded(file);
        if (one) kept.push(one);
      }
      return kept;
    },
    done: (kept) => onChange([...value, ...kept]),
  });
  return (
    <div role="group" aria-labelledby={label}>
      <p id={label} className={styles['label']}>
        {t('letters.pages')}
      </p>
      {value.length > 0 ? (
        <ol className={styles['pages']}>
          {value.map((page, nth) => (
            <li key={page.id}>
              <PageShown page={page} nth={nth} />
              <CloseButton
                className={styles['remove'] ?? ''}
                aria-label={t('letters.remove_page', { number: nth + 1 })}
                onClick={() => onChange(value.filter((one) => one.id !== page.id))}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <input
        ref={input}
        type="file"
        accept="image/*,application/pdf"
        multiple
        hidden
        aria-label={t('letters.add_pages')}
        onChange={(event) => {
          void upload.run([...(event.currentTarget.files ?? [])].slice(0, MOST - value.length));
          event.currentTarget.value = '';
        }}
      />
      <ActionButton
        label={t('letters.add_pages')}
        icon={IconScan}
        busy={upload.busy}
        refused={value.length < MOST ? null : t('letters.pages_full', { count: MOST })}
        onRun={() => input.current?.click()}
      />
    </div>
  );
}

/** A page as it looks, or by its name where a browser does not show it. */
export function PageShown({ page, nth }: { page: Pick<WrittenPage, 'id'> & Partial<WrittenPage>; nth: number }) {
  const name = t('letters.page', { number: nth + 1 });
  return (
    <a href={apiUrl(`files/${page.id}`)} target="_blank" rel="noreferrer" className={styles['page']}>
      {page.type?.startsWith('image/') ? (
        <img src={apiUrl(`files/${page.id}`)} alt={name} />
      ) : (
        <span>{page.name ?? t('letters.page_pdf', { number: nth + 1 })}</span>
      )}
    </a>
  );
}

/** One that is refused does not take the others with it. */
async function uploaded(file: File): Promise<WrittenPage | null> {
  const id = newId<'file'>(nowMs());
  try {
    const bytes = file.type.startsWith('image/') ? await shrink(file) : file;
    const body = new Blob([bytes], { type: 'application/octet-stream' });
    return await api.post<WrittenPage>(`files?name=${encodeURIComponent(file.name)}&id=${id}`, body);
  } catch (problem) {
    say(t('messages.file_refused', { name: file.name, why: problemWords(problem) }), 'problem');
    return null;
  }
}
