import type { SessionPage } from '../../../src/training/view.ts';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

type Change = SessionPage['changes'][number];

/** What was changed of a session, by whom and why, with what stood before. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <Section title={t('training.changes')}>
      <Table
        label={t('training.changes')}
        rows={changes}
        rowId={(row) => `${row.at} ${row.sort}`}
        columns={[
          { key: 'sort', label: t('training.change'), cell: (row) => t(`training.change_${row.sort}`) },
          { key: 'why', label: t('training.why'), cell: (row) => row.why },
          { key: 'before', label: t('training.before'), cell: beforeOf },
          { key: 'by', label: t('training.by'), cell: (row) => `${row.by.name} · ${absolute(row.at)}` },
        ]}
      />
    </Section>
  );
}

function beforeOf({ fromAt, untilAt, sheet }: Change): string {
  const when = fromAt && untilAt ? `${absolute(fromAt)} – ${absolute(untilAt)}` : '';
  const marks = (sheet ?? []).map(({ person, attendance, score }) =>
    [person.name, attendance ? t(`training.attendance_${attendance}`) : '', score ?? '']
      .filter((one) => one !== '')
      .join(' '),
  );
  return marks.length === 0 ? when : `${when} · ${listWords(marks)}`;
}
