import { IconBell, IconClipboardPlus, IconUserShare } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { readState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { Page, Panes } from '../../ui/page.tsx';
import { usePhone } from '../../ui/phone.ts';
import { countWords } from '../../ui/stat.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { usePromising } from '../tickets/promising.tsx';
import { columns, PhoneRow } from './columns.tsx';
import { PeoplePane } from './people-pane.tsx';
import type { DispatchAnswer, WaitingRow } from './rows.ts';
import { headingOf, numberOf, rowId, rowsOf } from './rows.ts';
import type { Sending } from './send-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import type { Urging } from './urge-dialog.tsx';
import { UrgeDialog } from './urge-dialog.tsx';

/** What waits for hands, and whose hands are free. J and K go through both lists, A sends the proposed person. */
export function Dispatch() {
  const phone = usePhone();
  const [most, setMost] = useState<number>(STEPS[0]);
  const read = useRead<DispatchAnswer>('dispatch', {
    query: { most },
    keep: true,
    about: ['ticket', 'work_order', 'commitment', 'person', 'duty', 'clock'],
  });
  const rows = useMemo(() => rowsOf(read.data), [read.data]);
  const nameOf = useDepartmentName();
  const shown = useMemo(() => columns(nameOf), [nameOf]);
  const [row, setRow] = useState<WaitingRow | null>(null);
  const [looking, setLooking] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [urging, setUrging] = useState<Urging | null>(null);
  const { promise, dialog } = usePromising((one: WaitingRow) => one.id);
  const there = row ? (rows.find((one) => rowId(one) === rowId(row)) ?? null) : null;
  const open = (one: WaitingRow) => {
    setRow(one);
    if (phone) setLooking(true);
    else setSending(sendingOf(one));
  };
  return (
    <Page
      title={t('frame.dispatch')}
      shape="fill"
      aside={read.data ? asideOf(read.data) : null}
      actions={<Go to="/emergency">{t('emergency.title')}</Go>}
    >
      <Panes columns="minmax(0, 1fr) minmax(20rem, 26rem)" shown={looking && there ? 2 : 1}>
        <div>
          <List
            name="dispatch"
            label={t('frame.dispatch')}
            rows={rows}
            rowId={rowId}
            columns={shown}
            phoneRow={PhoneRow}
            heading={headingOf}
            open={open}
            onCursor={setRow}
            actions={[...actionsOf(setSending, setUrging), promise]}
            state={{
              ...readState(read),
              ...furtherOf(read.data, most, setMost),
              loadingMore: read.isPlaceholderData,
            }}
            empty={<EmptyState title={t('dispatch.none')}>{t('dispatch.none_why')}</EmptyState>}
          />
        </div>
        <PeoplePane
          people={read.data?.people ?? []}
          row={there}
          send={(personId) => there && setSending({ ...sendingOf(there), personId })}
          back={() => setLooking(false)}
        />
      </Panes>
      <SendDialog sending={sending} close={() => setSending(null)} />
      <UrgeDialog urging={urging} close={() => setUrging(null)} />
      {dialog}
    </Page>
  );
}

/** How many matters and orders are read at first, and as the end of the list comes near. */
const STEPS = [15, 60, 300] as const;

function furtherOf(answer: DispatchAnswer | undefined, most: number, ask: (most: number) => void) {
  const next = STEPS.find((step) => step > most);
  return next && (answer?.moreUndispatched || answer?.moreUnassigned) ? { more: () => ask(next) } : null;
}

function asideOf(answer: DispatchAnswer): string {
  return t('dispatch.aside', {
    undispatched: countWords({ n: answer.undispatched.length, more: answer.moreUndispatched }),
    unassigned: countWords({ n: answer.unassigned.length, more: answer.moreUnassigned }),
  });
}

function useDepartmentName(): (id: string | null) => string {
  const { departments } = useDesk();
  return useMemo(() => {
    const names = new Map(departments.map((one) => [one.id, said(one.name)]));
    return (id) => (id ? (names.get(id) ?? '') : '');
  }, [departments]);
}

/** An order is given to somebody; a matter without one gets an order made out to the proposed person. */
function sendingOf(row: WaitingRow): Sending {
  return {
    ticketId: row.id,
    number: numberOf(row),
    kind: row.kind.key,
    departmentId: row.departmentId,
    order: row.order,
    personId: null,
  };
}

function actionsOf(send: (sending: Sending) => void, urge: (urging: Urging) => void): RowAction<WaitingRow>[] {
  const first = (rows: WaitingRow[]) => rows[0]!;
  return [
    {
      key: 'assign',
      label: t('dispatch.assign'),
      icon: IconUserShare,
      hotkey: 'a',
      single: true,
      run: (rows) => send(sendingOf(first(rows))),
    },
    {
      key: 'issue',
      label: t('dispatch.issue'),
      icon: IconClipboardPlus,
      hotkey: 'o',
      single: true,
      run: (rows) => send({ ...sendingOf(first(rows)), number: String(first(rows).number), order: null, personId: '' }),
    },
    {
      key: 'urge',
      label: t('dispatch.urge'),
      icon: IconBell,
      hotkey: 'u',
      single: true,
      run: (rows) =>
        urge({ ticketId: first(rows).id, number: numberOf(first(rows)), workOrderId: first(rows).order?.id ?? null }),
    },
  ];
}
