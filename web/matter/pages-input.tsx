import { CloseButton } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { apiUrl } from '../server/base.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { shrink } from '../ui/form/shrink.ts';
import { t } from '../words/words.ts';
import styles from './pages-input.module.css';
import type { Uploaded } from './uploads.ts';
import { useUploads } from './uploads.ts';

/** One page of what was brought in writing, uploaded already. */
export type WrittenPage = Pick<Uploaded, 'id' | 'name' | 'type'>;

const MOST = 20;

type PagesInputProps = { value: readonly WrittenPage[]; onChange: (pages: WrittenPage[]) => void };

/** The pages of a letter, photographed or scanned: uploaded as they are chosen, so that a reload loses none. */
export function PagesInput({ value, onChange }: PagesInputProps) {
  const label = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploads({
    bytesOf: (file) => (file.type.startsWith('image/') ? shrink(file) : file),
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
