import { Notice } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { Go } from '../../../ui/go.tsx';
import { EffectTable } from '../limits/effect-table.tsx';
import type { Slot } from '../limits/slots.ts';
import type { Effect } from './apply-kind.tsx';

type Open = NonNullable<Effect['open']>;
type Props = { effect: Effect; slots: readonly Slot[]; move: boolean };

/** What differs; who stands where; and, where open tickets are taken over, what becomes of them. */
export function KindEffect({ effect, slots, move }: Props) {
  const { open } = effect;
  return (
    <>
      <EffectTable effect={effect} slots={slots} />
      {effect.shares.length > 0 ? <Shares shares={effect.shares} /> : null}
      {open && open.standing.length > 0 ? <Standing open={open} /> : null}
      {open && move ? <Taken open={open} slots={slots} /> : null}
    </>
  );
}

/** What other shares would have come to in the last 30 days. */
function Shares({ shares }: { shares: Effect['shares'] }) {
  return (
    <Table
      label={t('kinds.shares')}
      rows={shares}
      rowId={(row) => row.rule}
      columns={[
        { key: 'rule', label: t('kinds.share_rule'), cell: (row) => said(row.name) },
        { key: 'settled', label: t('kinds.share_settled'), number: true, cell: (row) => numberWords(row.settled) },
        {
          key: 'before',
          label: t('kinds.share_now'),
          cell: (row) => t('kinds.share_count', { percent: row.before, count: row.visitsBefore }),
        },
        {
          key: 'after',
          label: t('kinds.share_then'),
          cell: (row) => t('kinds.share_count', { percent: row.after, count: row.visitsAfter }),
        },
      ]}
    />
  );
}

function Standing({ open }: { open: Open }) {
  return (
    <Table
      label={t('kinds.standing')}
      rows={open.standing}
      rowId={(row) => `${row.version} ${row.stage.key}`}
      columns={[
        { key: 'stage', label: t('kinds.stands_at'), cell: (row) => said(row.stage.name) },
        { key: 'version', label: t('calendars.version'), number: true, cell: (row) => row.version },
        { key: 'open', label: t('limits.open_on_it'), number: true, cell: (row) => numberWords(row.open) },
      ]}
    />
  );
}

function Taken({ open, slots }: { open: Open; slots: readonly Slot[] }) {
  const { clocks, visits } = open;
  const titleOf = (kind: string) => slots.find((slot) => slot.path === `commitments.${kind}.limit`)?.title ?? kind;
  return (
    <>
      <Notice tone={clocks.turnsLate > 0 ? 'late' : 'soon'}>
        {t('kinds.taken', {
          count: open.moves,
          clocks: clocks.moves,
          late: clocks.turnsLate,
          begin: clocks.begin,
          end: clocks.end,
        })}
      </Notice>
      {visits.begin + visits.end + visits.drawnAnew > 0 ? (
        <p>{t('kinds.visits_taken', { begin: visits.begin, end: visits.end, drawn: visits.drawnAnew })}</p>
      ) : null}
      {[
        ...open.needed.map((one) => ({ ...one, lost: false })),
        ...open.lost.map((one) => ({ ...one, lost: true })),
      ].map((one) => (
        <p key={`${one.key} ${one.lost}`}>
          {one.lost
            ? t('kinds.lost', { field: said(one.name), count: one.tickets })
            : t('kinds.needed', { field: said(one.name), count: one.tickets })}
        </p>
      ))}
      {open.first.length > 0 ? <First open={open} /> : null}
      {clocks.first.length > 0 ? (
        <Table
          label={t('kinds.clocks')}
          rows={clocks.first}
          rowId={(row) => row.commitmentId}
          columns={[
            {
              key: 'what',
              label: t('limits.what'),
              cell: (row) => (row.ticketId ? <Go to={`/tickets/${row.ticketId}`}>{titleOf(row.kind)}</Go> : row.kind),
            },
            { key: 'from', label: t('limits.before'), cell: (row) => <When at={row.from} /> },
            { key: 'to', label: t('limits.after'), cell: (row) => <When at={row.to} /> },
            {
              key: 'turns',
              label: t('kinds.turns'),
              cell: (row) => (row.turns ? t(row.turns === 'late' ? 'kinds.turns_late' : 'kinds.turns_in_time') : ''),
            },
          ]}
        />
      ) : null}
    </>
  );
}

function First({ open }: { open: Open }) {
  const named = [...open.needed, ...open.lost];
  const words = (keys: readonly string[]) =>
    keys.map((key) => said(named.find((one) => one.key === key)?.name ?? key)).join(', ');
  return (
    <Table
      label={t('kinds.concerned')}
      rows={open.first}
      rowId={(row) => row.id}
      columns={[
        { key: 'ticket', label: t('kinds.ticket'), cell: (row) => <Go to={`/tickets/${row.id}`}>{row.number}</Go> },
        { key: 'needed', label: t('kinds.has_to_fill'), cell: (row) => words(row.needed) },
        { key: 'lost', label: t('kinds.keeps_aside'), cell: (row) => words(row.lost) },
      ]}
    />
  );
}
