import type { z } from 'zod';
import type { calendarVersionsOut } from '../../../../src/organisation/calendars-view.ts';
import { useRead } from '../../../server/queries.ts';
import { VersionList } from '../../../ui/version-list.tsx';
import { t } from '../../../words/words.ts';
import type { Calendar } from './calendar-rules.ts';
import { spansWords } from './calendar-rules.ts';

type Props = { calendarId: string; putBack?: ((rules: Calendar['rules']) => void) | undefined };

/** What it said before; former hours come back into the editor at a press. */
export function Versions({ calendarId, putBack }: Props) {
  const read = useRead<z.output<typeof calendarVersionsOut>>(`calendars/${calendarId}/versions`, {
    about: ['calendar'],
  });
  return (
    <VersionList
      rows={read.data?.items ?? []}
      more={[
        { key: 'monday', label: t('calendars.monday'), cell: (row) => spansWords(row.rules.weekly[1]) },
        { key: 'dates', label: t('calendars.exceptions'), number: true, cell: (row) => row.rules.exceptions.length },
      ]}
      putBack={putBack && ((row) => putBack(row.rules))}
    />
  );
}
