import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { UpwardAnswer } from './upward.tsx';

type KeyRow = NonNullable<UpwardAnswer['keys']>[number];
type PermitRow = NonNullable<UpwardAnswer['permits']>[number];
type Kind = Pick<KeyRow, 'kind' | 'name' | 'records'>;
type Beside = KeyRow['received'];

/** Which entries a number counts; what stood at the end of the period leads to the whole ledger of it. */
const ACTS: Readonly<Record<string, string>> = {
  received: 'received',
  handedOut: 'handed_out',
  issued: 'issued',
  renewed: 'renewed',
  withdrawn: 'withdrawn',
  lost: 'lost',
};

function entriesOf({ kind, records }: Kind, column: string): Readonly<Record<string, string>> {
  const asked = new URL(records, location.origin).searchParams;
  const act = ACTS[column];
  return {
    view: 'entries',
    kind,
    from: asked.get('from') ?? '',
    until: asked.get('until') ?? '',
    ...(act ? { act } : {}),
  };
}

const besideWords = ({ n, before }: Beside): string =>
  t('custody.report_number', { n: numberWords(n), before: numberWords(before) });

function counted<Row extends Kind>(column: string, label: string, of: (row: Row) => Beside): TableColumn<Row> {
  return {
    key: column,
    label,
    number: true,
    cell: (row) => (
      <Go to="/custody" search={entriesOf(row, column)}>
        {besideWords(of(row))}
      </Go>
    ),
  };
}

const kindColumn = () => ({ key: 'kind', label: t('custody.kind'), cell: (row: Kind) => said(row.name) });

/** Keys received, in custody and handed out, by kind (KEYS-04). */
export function Keys({ rows }: { rows: readonly KeyRow[] }) {
  return (
    <Section title={t('custody.papers')} aside={t('custody.report_why')}>
      <Table
        label={t('custody.papers')}
        rows={rows}
        rowId={(row) => row.kind}
        columns={[
          kindColumn(),
          ...(['received', 'inCustody', 'handedOut', 'drawn', 'overdue', 'lost'] as const).map((column) =>
            counted<KeyRow>(column, t(`custody.report_${column}`), (row) => row[column]),
          ),
        ]}
      />
    </Section>
  );
}

/** Passes and certificates issued, renewed and recovered, and how many are valid (PASS-03). */
export function Permits({ rows }: { rows: readonly PermitRow[] }) {
  return (
    <Section title={t('custody.papers_permits')} aside={t('custody.report_why')}>
      <Table
        label={t('custody.papers_permits')}
        rows={rows}
        rowId={(row) => row.kind}
        columns={[
          kindColumn(),
          ...(['issued', 'renewed', 'withdrawn', 'lost', 'valid'] as const).map((column) =>
            counted<PermitRow>(column, t(`custody.report_${column}`), (row) => row[column]),
          ),
        ]}
      />
    </Section>
  );
}
