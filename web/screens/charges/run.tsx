import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { NoticeLine, noticesOut, runPageOut } from '../../../src/charge/view-runs.ts';
import { channelWords } from '../../matter/words.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { LEDGER, moneyWords } from './charge-words.ts';
import styles from './charges.module.css';
import { standardWords } from './items.tsx';
import { printLetters } from './letters.tsx';
import { Revoke } from './revoke.tsx';
import { runTitle, told } from './runs.tsx';

type Answer = z.output<typeof runPageOut>;

/** One period that was billed: what came in, and who was told of it how. */
export function ChargeRun() {
  const { id } = useParams({ from: '/inside/charges/runs/$id' });
  const { data, error, refetch } = useRead<Answer>(`charge-runs/${id}`, { about: LEDGER });
  if (!data)
    return (
      <Page title={t('charges.view_runs')}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={10} />}
      </Page>
    );
  const { told: counts } = data;
  const done = counts.written + counts.printed;
  const all = done + counts.waiting + counts.to_print;
  const money = (amount: number) => moneyWords(amount, data.currency);
  return (
    <Page title={runTitle(data)} aside={data.revokedAt ? t('charges.revoked') : null} actions={<Revoke run={data} />}>
      <Facts
        lines={[
          {
            label: t('charges.charges_count'),
            value: (
              <Go to="/charges" search={{ item: data.item.key }}>
                {data.charges}
              </Go>
            ),
          },
          { label: t('charges.amount'), value: money(data.amount) },
          { label: t('charges.paid'), value: money(data.paid) },
          { label: t('charges.open'), value: money(data.open) },
          { label: t('charges.due'), value: absoluteDay(data.dueDay) },
          { label: t('charges.standard'), value: standardWords(data) },
          { label: t('charges.by'), value: `${data.by.name} · ${absolute(data.at)}` },
          {
            label: t('charges.revoked'),
            value: data.revokedAt
              ? `${data.revokedBy?.name ?? ''} · ${absolute(data.revokedAt)} · ${data.revokedBecause ?? ''}`
              : null,
          },
        ]}
      />
      {done < all ? <progress className={styles['told']} value={done} max={all} aria-label={told(data)} /> : null}
      <Notices id={id} toPrint={counts.to_print} aside={told(data)} />
    </Page>
  );
}

function Notices({ id, toPrint, aside }: { id: string; toPrint: number; aside: string }) {
  const query = { run: id };
  const pages = usePages<NoticeLine, z.output<typeof noticesOut>>('charge-notices', { about: LEDGER, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const { organisation } = useSession();
  const waiting = rows.filter((row) => row.state === 'to_print');
  const print = useWrite<void, NoticeLine[]>({
    send: () => lettersToPrint(id),
    done: (all) =>
      printLetters(
        t('charges.letter'),
        organisation.name,
        all.map(({ id: letter, customer, text }) => ({ id: letter, customer: customer.name, text })),
      ),
  });
  const handed = useWrite<string[], unknown>({
    send: (ids, options) => api.post('charge-notices/printed', { ids }, options),
    changes: () => [...LEDGER],
    done: () => say(t('charges.letters_done')),
  });
  return (
    <Section
      title={t('charges.notices')}
      aside={aside}
      actions={
        toPrint > 0 ? (
          <>
            <ActionButton
              label={t('charges.print_letters')}
              icon={IconPrinter}
              hotkey="p"
              busy={print.busy}
              onRun={() => void print.run()}
            />
            <ActionButton
              label={t('charges.letters_handed')}
              icon={IconCheck}
              busy={handed.busy}
              onRun={() => void handed.run(waiting.map((row) => row.id))}
            />
          </>
        ) : null
      }
    >
      <FiltersAndTakeOut list="charge-notices" name={t('charges.notices')} query={query}>
        <span>{t('charges.notices')}</span>
      </FiltersAndTakeOut>
      <Pages read={pages} none={<p className="dim">{t('charges.notices_none')}</p>}>
        {(shown) => <Table label={t('charges.notices')} rows={shown} rowId={(row) => row.id} columns={columns()} />}
      </Pages>
    </Section>
  );
}

/** On paper stand all of them, not those alone that were scrolled to. */
async function lettersToPrint(run: string): Promise<NoticeLine[]> {
  const all: NoticeLine[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const more: z.output<typeof noticesOut> = await api.get('charge-notices', {
      run,
      state: 'to_print',
      limit: 200,
      ...(after ? { after } : {}),
    });
    all.push(...more.items);
    after = more.next;
  }
  return all;
}

const columns = () => [
  {
    key: 'customer',
    label: t('charges.customer'),
    cell: (row: NoticeLine) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  { key: 'state', label: t('charges.state'), cell: (row: NoticeLine) => t(`charges.told_${row.state}`) },
  {
    key: 'how',
    label: t('charges.told'),
    cell: (row: NoticeLine) =>
      row.conversationId ? (
        <Go to={`/messages/${row.conversationId}`}>
          {channelWords(row.channel === 'mail' ? 'email' : (row.channel ?? 'other'))}
        </Go>
      ) : null,
  },
  {
    key: 'at',
    label: t('charges.when'),
    cell: (row: NoticeLine) => [row.by?.name, row.at ? absolute(row.at) : null].filter(Boolean).join(' · '),
  },
];
