import { csvText } from '../../../../src/kernel/text/csv.ts';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import type { Page } from '../../../server/contract.ts';
import { problemWords, refusalWords } from '../../../server/refusals.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { saveText } from '../../../ui/save-file.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import styles from './import.module.css';
import type { ImportPage, ImportRow } from './imports.ts';

/** The refused rows as a file of their own, each with its reason, to be mended and sent in again. */
export function RefusedFile({ one }: { one: ImportPage }) {
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    try {
      const rows = await refusedRows(one.id);
      const lines = rows.map((row) => [
        ...one.headers.map((_, at) => row.cells[at] ?? ''),
        row.why.map(refusalWords).join(' '),
      ]);
      const text = csvText([[...one.headers, t('imports.why_column')], ...lines]);
      saveText(nameOf(one.fileName), 'text/csv', text);
      say(t('imports.refused_saved', { count: rows.length }));
    } catch (failure) {
      say(problemWords(failure), 'problem');
    }
    setBusy(false);
  };
  return (
    <div className={styles['buttons']}>
      <ActionButton label={t('imports.refused_file')} icon={IconDownload} busy={busy} onRun={() => void keep()} />
      <span className="dim">{t('imports.refused_file_why')}</span>
    </div>
  );
}

function nameOf(file: string): string {
  return `${file.replace(/\.[^.]*$/, '')} - ${t('imports.refused')}.csv`;
}

async function refusedRows(id: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let after: string | null = null;
  do {
    const page: Page<ImportRow> = await api.get(`imports/${id}/rows`, { result: 'refused', limit: 200, after });
    rows.push(...page.items);
    after = page.next;
  } while (after !== null);
  return rows;
}
