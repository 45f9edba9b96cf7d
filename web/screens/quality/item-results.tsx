import { Go } from '../../ui/go.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import { stateWords as noticeState } from '../notices/list-notices.ts';
import type { CheckItem, CheckPage } from './answers.ts';

type Result = CheckItem['results'][number];

/** What was found in one record, line by line, and where a fault went. */
export function ItemResults({ check, item }: { check: CheckPage; item: CheckItem }) {
  const nameOf = (key: string) => {
    const line = check.criteria.find((one) => one.key === key);
    return line ? said(line.name) : key;
  };
  return (
    <>
      <Table
        label={t('quality.results')}
        rows={check.criteria.flatMap((line) => item.results.filter((result) => result.criterion === line.key))}
        rowId={(row) => row.criterion}
        columns={[
          { key: 'line', label: t('quality.line'), cell: (row) => nameOf(row.criterion) },
          {
            key: 'result',
            label: t('quality.result'),
            cell: (row) => (row.passed ? t('quality.passed') : t('quality.failed')),
          },
          { key: 'finding', label: t('quality.finding'), cell: (row) => row.finding },
          { key: 'way', label: t('quality.follows'), cell: (row) => <Way result={row} /> },
        ]}
      />
      {item.remark ? <p>{item.remark}</p> : null}
    </>
  );
}

function Way({ result }: { result: Result }) {
  if (result.passed) return null;
  if (!result.notice) return t('quality.way_corrected_on_the_spot');
  return (
    <Go to={`/notices/${result.notice.id}`}>
      {t('quality.notice', { number: String(result.notice.number) })} · {noticeState(result.notice.state)}
    </Go>
  );
}
