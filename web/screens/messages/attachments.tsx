import { IconPaperclip } from '@tabler/icons-react';
import { Thumbnail } from '../../matter/thumbnail.tsx';
import { apiUrl } from '../../server/base.ts';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Message } from './conversation-view.ts';
import styles from './messages.module.css';

/** What a browser shows as a picture and nothing more. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** Pictures small, one tap from their size; everything else to save. */
export function Attachments({ files }: { files: Message['files'] }) {
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={t('messages.attachments')}>
      {files.map(({ id, name, type, size }) => (
        <li key={id}>
          {PICTURES.has(type) ? (
            <Thumbnail id={id} alt={name} otherwise={<Named name={name} size={size} />} />
          ) : (
            <a href={apiUrl(`files/${id}`)} download={name}>
              <Named name={name} size={size} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Named({ name, size }: { name: string; size: number }) {
  return (
    <>
      <IconPaperclip size={14} aria-hidden /> {t('messages.attachment', { name, size: sizeWords(size) })}
    </>
  );
}

/** Units of measure are the same in every language. */
export function sizeWords(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1000));
  return kilo < 1000 ? `${numberWords(kilo)} kB` : `${numberWords(Math.round(kilo / 100) / 10)} MB`;
}
