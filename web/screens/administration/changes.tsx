import type { z } from 'zod';
import type { changesOut } from '../../../src/pack/effect-shapes.ts';
import { Table } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';

const most = 300;

/** What would differ, value by value, by the names the definition has for them. */
export function Changes({ changes }: { changes: z.output<typeof changesOut> }) {
  if (changes.length === 0) return null;
  return (
    <Table
      label={t('calendars.change')}
      rows={changes.slice(0, most)}
      rowId={(row) => row.path}
      columns={[
        { key: 'what', label: t('limits.what'), cell: (row) => row.path },
        { key: 'before', label: t('limits.before'), cell: (row) => String(row.before ?? '–') },
        { key: 'after', label: t('limits.after'), cell: (row) => String(row.after ?? '–') },
      ]}
    />
  );
}
