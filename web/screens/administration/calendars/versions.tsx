import type { z } from 'zod';
import type { calendarVersionsOut } from '../../../../src/organisation/calendars-view.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useRead } from '../../../queries.ts';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import type { Calendar } from './calendar-rules.ts';
import { spansWords } from './calendar-rules.ts';

type CalendarRules = Calendar['rules'];
type Version = z.output<typeof calendarVersionsOut>['items'][number];

type Props = { calendarId: string; putBack?: ((rules: CalendarRules) => void) | undefined };

/** What it said before, who changed it and why; former hours come back into the editor at a press. */
export function Versions({ calendarId, putBack }: Props) {
  const read = useRead<z.output<typeof calendarVersionsOut>>(`calendars/${calendarId}/versions`, {
    about: ['calendar'],
  });
  if (!read.data) return null;
  const { items } = read.data;
  return (
    <Section title={t('calendars.versions')}>
      <Table
        label={t('calendars.versions')}
        rows={items}
        rowId={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('calendars.version'), cell: (row) => row.version },
          { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.at} /> },
          { key: 'by', label: t('calendars.by'), cell: (row) => row.by ?? t('calendars.as_shipped') },
          { key: 'why', label: t('calendars.why'), cell: (row) => row.why },
          { key: 'monday', label: t('calendars.monday'), cell: (row) => spansWords(row.rules.weekly[1]) },
          { key: 'dates', label: t('calendars.exceptions'), number: true, cell: (row) => row.rules.exceptions.length },
          ...(putBack
            ? [
                {
                  key: 'back',
                  label: t('kinds.back'),
                  cell: (row: Version) =>
                    row.version === items[0]?.version ? (
                      t('kinds.is_now')
                    ) : (
                      <ActionButton
                        label={t('kinds.put_back', { n: row.version })}
                        kind="quiet"
                        onRun={() => putBack(row.rules)}
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
