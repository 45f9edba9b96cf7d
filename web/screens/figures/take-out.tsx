import { IconDownload } from '@tabler/icons-react';
import type { Query } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import { language, t } from '../../words/words.ts';
import styles from './figures.module.css';

/** The same as a file: a spreadsheet to go on with, or a PDF to print and send. The browser saves it as it comes. */
export function TakeOut({ path, query = {} }: { path: string; query?: Query }) {
  const address = (format: 'xlsx' | 'pdf'): string => {
    const asked = Object.entries({ ...query, format, language: language() }).filter(([, value]) => value !== undefined);
    return apiUrl(`${path}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`);
  };
  return (
    <span className={styles['takeOut']}>
      {(['xlsx', 'pdf'] as const).map((format) => (
        <a key={format} href={address(format)} download>
          <IconDownload size={16} stroke={1.6} aria-hidden /> {format.toUpperCase()}
          <span className="sr-only">{t(`figures.as_${format}`)}</span>
        </a>
      ))}
    </span>
  );
}
