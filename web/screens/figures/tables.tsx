import { Section } from '../../ui/section.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { FiguresAnswer } from './figures.tsx';
import styles from './figures.module.css';
import { averageWords, severityWords, shareWords } from './figure-words.ts';

type Line = { key: string; label: string; n: string; share: { n: number; of: number } | null; what: string };

export function Tables({ figures }: { figures: FiguresAnswer }) {
  return (
    <div className={styles['tables']}>
      <Section title={t('figures.whole')}>
        <Table
          label={t('figures.whole')}
          rows={wholeOf(figures)}
          rowId={(row) => row.key}
          columns={[
            { key: 'label', label: t('figures.figure'), cell: (row) => row.label },
            { key: 'n', label: t('figures.number'), number: true, cell: (row) => row.n },
            {
              key: 'share',
              label: t('figures.share'),
              number: true,
              cell: (row) => (row.share ? shareWords(row.share) : null),
            },
            { key: 'bar', label: t('figures.bar'), cell: (row) => (row.share ? <ShareBar {...row.share} /> : null) },
            { key: 'what', label: t('figures.share_of'), cell: (row) => <span className="dim">{row.what}</span> },
          ]}
        />
      </Section>
      <Kept
        title={t('figures.kept_by_promise')}
        of={t('figures.what')}
        rows={figures.keptByKind.map((row) => ({ ...row, id: row.kind }))}
      />
      <ByKind rows={figures.byKind} />
      <Kept
        title={t('figures.kept_by_department')}
        of={t('board.department')}
        rows={figures.byDepartment.map((row) => ({ ...row, open: 0 }))}
      />
      {figures.severities.length > 0 ? (
        <Section title={t('figures.severities')}>
          <Table
            label={t('figures.severities')}
            rows={figures.severities}
            rowId={(row) => row.severity}
            columns={[
              { key: 'severity', label: t('figures.severity'), cell: (row) => severityWords(row.severity) },
              { key: 'n', label: t('figures.number'), number: true, cell: (row) => numberWords(row.n) },
            ]}
          />
        </Section>
      ) : null}
    </div>
  );
}

function wholeOf(figures: FiguresAnswer): Line[] {
  const { visits, satisfaction } = figures;
  const ended = visits.made + visits.declined + visits.unreachable + visits.due;
  const plain = (key: string, label: string, n: number, what: string): Line => ({
    key,
    label,
    n: numberWords(n),
    share: null,
    what,
  });
  const share = (key: string, label: string, of: { n: number; of: number }, what: string): Line => ({
    key,
    label,
    n: t('board.n_of_m', { n: numberWords(of.n), m: numberWords(of.of) }),
    share: of,
    what,
  });
  return [
    plain('opened', t('figures.opened'), figures.opened, t('figures.in_month')),
    plain('closed', t('figures.closed'), figures.closed, t('figures.closed_what')),
    plain('cancelled', t('figures.cancelled'), figures.cancelled, t('figures.in_month')),
    share('kept', t('figures.kept'), figures.kept, t('figures.kept_what')),
    share('answered', t('figures.answered'), figures.answeredBeforeEnd, t('figures.of_opened')),
    share('reopened', t('figures.reopened'), figures.reopened, t('figures.of_opened')),
    share(
      'visits',
      t('figures.visits'),
      { n: visits.made, of: ended },
      t('figures.visits_what', { declined: visits.declined, unreachable: visits.unreachable, due: visits.due }),
    ),
    {
      key: 'satisfaction',
      label: t('figures.satisfaction'),
      n: averageWords(satisfaction.average),
      share: null,
      what: t('figures.satisfaction_what', { answers: satisfaction.answers }),
    },
  ];
}

type KeptRow = {
  id: string;
  name: FiguresAnswer['byDepartment'][number]['name'];
  kept: number;
  late: number;
  open: number;
};

/** Of the promises that fell due: what is still owed then counts against it. */
function Kept({ title, of, rows }: { title: string; of: string; rows: KeptRow[] }) {
  const counted = rows.filter((row) => row.kept + row.late + row.open > 0);
  const all = (row: KeptRow) => row.kept + row.late + row.open;
  return (
    <Section title={title} aside={t('figures.kept_what')}>
      {counted.length === 0 ? <p className="dim">{t('figures.nothing_due')}</p> : null}
      {counted.length > 0 ? (
        <Table
          label={title}
          rows={counted}
          rowId={(row) => row.id}
          columns={[
            { key: 'name', label: of, cell: (row) => said(row.name) },
            { key: 'kept', label: t('figures.kept_n'), number: true, cell: (row) => numberWords(row.kept) },
            { key: 'late', label: t('figures.late_n'), number: true, cell: (row) => numberWords(row.late + row.open) },
            { key: 'all', label: t('figures.all_n'), number: true, cell: (row) => numberWords(all(row)) },
            {
              key: 'share',
              label: t('figures.kept'),
              number: true,
              cell: (row) => shareWords({ n: row.kept, of: all(row) }),
            },
            { key: 'bar', label: t('figures.bar'), cell: (row) => <ShareBar n={row.kept} of={all(row)} /> },
          ]}
        />
      ) : null}
    </Section>
  );
}

function ByKind({ rows }: { rows: FiguresAnswer['byKind'] }) {
  const most = Math.max(1, ...rows.map((row) => row.opened));
  return (
    <Section title={t('figures.by_kind')}>
      {rows.length === 0 ? <p className="dim">{t('figures.nothing_opened')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('figures.by_kind')}
          rows={rows}
          rowId={(row) => row.kind}
          columns={[
            { key: 'name', label: t('list.kind'), cell: (row) => said(row.name) },
            { key: 'opened', label: t('figures.opened'), number: true, cell: (row) => numberWords(row.opened) },
            { key: 'bar', label: t('figures.bar'), cell: (row) => <ShareBar n={row.opened} of={most} tone="plain" /> },
            { key: 'closed', label: t('figures.closed'), number: true, cell: (row) => numberWords(row.closed) },
            {
              key: 'satisfied',
              label: t('figures.satisfaction'),
              number: true,
              cell: (row) => averageWords(row.satisfaction),
            },
          ]}
        />
      ) : null}
    </Section>
  );
}
