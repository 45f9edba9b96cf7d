import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import { PROPOSAL_STATES } from '../../../src/proposal/proposal.ts';
import type { proposalCountsOut, proposalLineOut } from '../../../src/proposal/view.ts';
import { useRead } from '../../server/queries.ts';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { absolute } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { RegisterFilters } from './filters.tsx';
import { Register } from './register.tsx';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/registers');

type Line = z.output<typeof proposalLineOut>;
type Counts = z.output<typeof proposalCountsOut>;

const planWords = ({ planPerson, planDueAt }: Line): string =>
  planPerson && planDueAt ? t('proposals.planned', { name: planPerson.name, at: absolute(planDueAt) }) : '';

const columns = (): Column<Line>[] => [
  { key: 'number', label: t('list.number'), width: '5rem', cell: (row) => row.number },
  { key: 'title', label: t('list.title'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.title },
  {
    key: 'state',
    label: t('registers.state'),
    width: 'minmax(6rem, 1fr)',
    cell: (row) => t(`registers.state_${row.state}`),
  },
  {
    key: 'became',
    label: t('proposals.became'),
    width: 'minmax(6rem, 1fr)',
    cell: (row) => (row.became ? t(`proposals.became_${row.became}`) : ''),
  },
  {
    key: 'department',
    label: t('registers.department'),
    width: 'minmax(6rem, 1fr)',
    cell: (row) => (row.department ? said(row.department.name) : ''),
  },
  { key: 'proposer', label: t('registers.proposer'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.proposer },
  { key: 'plan', label: t('proposals.plan'), width: 'minmax(8rem, 1.2fr)', cell: planWords },
  {
    key: 'realised',
    label: t('proposals.realised'),
    width: '8rem',
    cell: (row) => (row.realisedAt ? <When at={row.realisedAt} /> : null),
  },
  { key: 'opened', label: t('registers.opened'), width: '8rem', cell: (row) => <When at={row.openedAt} /> },
];

/** The register of proposals, with how many stand where. */
export function Proposals() {
  const { state: _, ...query } = queryOf({ ...route.useSearch(), view: 'proposals' });
  const { data } = useRead<Counts>('proposals/counts', { about: ['ticket'], query, keep: true });
  const count = (state: string) => data?.states.find((one) => one.state === state)?.n ?? 0;
  const options = PROPOSAL_STATES.map((value) => ({
    value,
    label: `${t(`registers.state_${value}`)} (${count(value)})`,
  }));
  return (
    <Register<Line>
      view="proposals"
      path="proposals"
      columns={columns}
      phoneRow={(row) => (
        <TwoLines
          subject={`${row.number} ${row.title}`}
          beside={<When at={row.openedAt} className="dim" />}
          facts={[t(`registers.state_${row.state}`), planWords(row)].filter(Boolean)}
        />
      )}
      filters={
        <RegisterFilters
          view="proposals"
          asks={['department']}
          own={{ key: 'state', name: t('registers.state'), options }}
        />
      }
    />
  );
}
