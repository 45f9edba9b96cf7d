import type { z } from 'zod';
import type { versionsOut } from '../../../src/organisation/versions-view.ts';
import type { About } from '../../queries.ts';
import { useRead } from '../../queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';

type Version = z.output<typeof versionsOut>['items'][number];
type Props = { address: string; about: About; putBack: (content: Version['content']) => void };

/** What a post or department was before, who changed it and why; a former state comes back into the form at a press. */
export function KeptVersions({ address, about, putBack }: Props) {
  const read = useRead<z.output<typeof versionsOut>>(address, { about });
  const rows = read.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('calendars.versions')}>
      <Table
        label={t('calendars.versions')}
        rows={rows}
        rowId={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('calendars.version'), cell: (row) => row.version },
          { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.at} /> },
          { key: 'by', label: t('calendars.by'), cell: (row) => row.by ?? t('calendars.as_shipped') },
          { key: 'why', label: t('calendars.why'), cell: (row) => row.why },
          {
            key: 'back',
            label: t('kinds.back'),
            cell: (row) =>
              row.version === rows[0]?.version ? (
                t('kinds.is_now')
              ) : (
                <ActionButton
                  label={t('kinds.put_back', { n: row.version })}
                  kind="quiet"
                  onRun={() => putBack(row.content)}
                />
              ),
          },
        ]}
      />
    </Section>
  );
}
