import type { z } from 'zod';
import type { calendarVersionsOut } from '../../../../src/organisation/calendars-view.ts';
import { useRead } from '../../../queries.ts';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { spansWords } from './calendar-rules.ts';

/** What it said before, who changed it and why. */
export function Versions({ calendarId }: { calendarId: string }) {
  const read = useRead<z.output<typeof calendarVersionsOut>>(`calendars/${calendarId}/versions`, {
    about: ['calendar'],
  });
  if (!read.data) return null;
  return (
    <Section title={t('calendars.versions')}>
      <Table
        label={t('calendars.versions')}
        rows={read.data.items}
        rowId={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('calendars.version'), cell: (row) => row.version },
          { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.at} /> },
          { key: 'by', label: t('calendars.by'), cell: (row) => row.by ?? t('calendars.as_shipped') },
          { key: 'why', label: t('calendars.why'), cell: (row) => row.why },
          { key: 'monday', label: t('calendars.monday'), cell: (row) => spansWords(row.rules.weekly[1]) },
          { key: 'dates', label: t('calendars.exceptions'), number: true, cell: (row) => row.rules.exceptions.length },
        ]}
      />
    </Section>
  );
}
