import type { z } from 'zod';
import type { disputeLineOut } from '../../../src/dispute/view.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { RegisterFilters } from './filters.tsx';
import { Register } from './register.tsx';
import { disputeOutcomes } from './search.ts';

type Line = z.output<typeof disputeLineOut>;

function outcomeWords({ outcome, holds }: Line): string {
  if (outcome === null) return t('registers.outcome_none');
  return outcome === 'agreement' && holds
    ? t('registers.outcome_holds')
    : t(`registers.outcome_${outcome as 'agreement'}`);
}

const columns = (): Column<Line>[] => [
  { key: 'number', label: t('list.number'), width: '5rem', cell: (row) => row.number },
  { key: 'title', label: t('list.title'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.title },
  { key: 'parties', label: t('disputes.parties'), width: 'minmax(8rem, 1.5fr)', cell: (row) => listWords(row.parties) },
  { key: 'stage', label: t('registers.stage'), width: 'minmax(6rem, 1fr)', cell: (row) => said(row.stage.name) },
  { key: 'attempts', label: t('registers.attempts'), width: '6rem', cell: (row) => row.attempts },
  {
    key: 'next',
    label: t('registers.next'),
    width: '8rem',
    cell: (row) => (row.nextAt ? <When at={row.nextAt} /> : null),
  },
  { key: 'outcome', label: t('registers.outcome'), width: 'minmax(6rem, 1fr)', cell: outcomeWords },
  { key: 'owner', label: t('list.owner'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.owner.name },
  { key: 'opened', label: t('registers.opened'), width: '8rem', cell: (row) => <When at={row.openedAt} /> },
];

export function Disputes() {
  const options = disputeOutcomes.map((value) => ({ value, label: t(`registers.outcome_${value}`) }));
  return (
    <Register<Line>
      view="disputes"
      path="disputes"
      columns={columns}
      phoneRow={(row) => (
        <TwoLines
          subject={`${row.number} ${row.title}`}
          beside={<When at={row.openedAt} className="dim" />}
          facts={[said(row.stage.name), outcomeWords(row)]}
        />
      )}
      filters={
        <RegisterFilters view="disputes" asks={[]} own={{ key: 'outcome', name: t('registers.outcome'), options }} />
      }
    />
  );
}
