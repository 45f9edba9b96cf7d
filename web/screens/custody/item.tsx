import { IconArrowBack, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { EnteredAct } from '../../../src/custody/custody.ts';
import { ENTERED_ACTS } from '../../../src/custody/custody.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { HolderLink } from './columns.tsx';
import type { CustodyPage } from './custody-words.ts';
import { holderWords, kindWords, standingWords, thingWords, worthWords } from './custody-words.ts';
import styles from './custody.module.css';
import { EntryForm } from './entry-form.tsx';
import { Former, Ledger } from './ledger.tsx';
import { ItemForm } from './item-form.tsx';
import { CustodySlip } from './slip.tsx';

/** What is done at the counter all day, the likeliest first. */
const DAILY = { drawn: 'd', issued: 'i', returned: 'r', handed_over: 'h', renewed: 'w', withdrawn: 'b' } as const;
const DAILY_ACTS = Object.keys(DAILY) as (keyof typeof DAILY)[];

/** One thing: what it is, who has it, and everything that was ever entered about it. */
export function CustodyItem() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<CustodyPage>(`custody/${id}`, { about: [`custody_item/${id}`, 'custody_item'] });
  const { data } = read;
  const [doing, act] = useState<EnteredAct | 'change' | null>(null);
  const close = () => act(null);
  return (
    <Page
      title={data ? thingWords(data) : t('custody.title')}
      aside={data ? `${kindWords(data)} · ${standingWords(data)}` : null}
      actions={data ? <Actions item={data} act={act} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Known item={data} act={act} /> : null}
      <Dialog
        opened={doing !== null && data !== undefined}
        close={close}
        title={doing === 'change' ? t('custody.edit') : doing ? t(`custody.do_${doing}`) : ''}
      >
        {data && doing === 'change' ? <ItemForm item={data} done={close} /> : null}
        {data && doing && doing !== 'change' ? <EntryForm act={doing} item={data} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

type Act = (act: EnteredAct | 'change' | null) => void;

/** What may be done as it stands; the rest is not offered, for it depends on the state alone. */
function Actions({ item, act }: { item: CustodyPage; act: Act }) {
  const { organisation } = useSession();
  const open = DAILY_ACTS.filter((one) => item.can[one] === null);
  const [first] = open;
  const last = item.entries.findLast((entry) => ['drawn', 'handed_over', 'handed_out', 'issued'].includes(entry.act));
  const given = item.holder.kind !== 'house' && item.holder.kind !== 'nobody' && last;
  const print = () =>
    last &&
    printSlip(
      <CustodySlip
        organisation={organisation.name}
        act={last.act as EnteredAct}
        item={item}
        said={{ ...last, to: holderWords(last.to), by: last.by.name, at: last.happenedAt }}
      />,
    );
  return (
    <>
      {open.map((one) => (
        <ActionButton
          key={one}
          label={t(`custody.do_${one}`)}
          hotkey={DAILY[one]}
          kind={one === first ? 'primary' : 'plain'}
          onRun={() => act(one)}
        />
      ))}
      {given ? <ActionButton label={t('custody.print_slip')} icon={IconPrinter} kind="quiet" onRun={print} /> : null}
      <ActionButton
        label={t('custody.edit')}
        icon={IconPencil}
        hotkey="e"
        can={item.can}
        action="change"
        kind="quiet"
        onRun={() => act('change')}
      />
    </>
  );
}

function Known({ item, act }: { item: CustodyPage; act: Act }) {
  const seldom = ENTERED_ACTS.filter((one) => item.can[one] === null && !(one in DAILY));
  return (
    <>
      <Facts
        lines={[
          { label: t('custody.holder'), value: <HolderLink row={item} /> },
          { label: t('custody.since'), value: absolute(item.since) },
          { label: t('custody.purpose'), value: item.purpose },
          { label: t('custody.due_back'), value: item.dueBack ? absolute(item.dueBack) : null },
          { label: t('custody.valid_until'), value: item.validUntil ? absoluteDay(item.validUntil) : null },
          { label: t('custody.condition'), value: t(`custody.condition_${item.condition}`) },
          {
            label: t('matter.place'),
            value: item.place ? (
              <ThingLink type="place" id={item.place.id}>
                {item.place.code}
              </ThingLink>
            ) : null,
          },
          {
            label: t('custody.customer'),
            value: item.customer ? (
              <ThingLink type="customer" id={item.customer.id}>
                {item.customer.name}
              </ThingLink>
            ) : null,
          },
          {
            label: t('custody.ticket'),
            value: item.ticket ? (
              <ThingLink type="ticket" id={item.ticket.id}>
                {`${item.ticket.number} ${item.ticket.title}`}
              </ThingLink>
            ) : null,
          },
          { label: t('custody.worth'), value: worthWords(item) },
        ]}
      />
      <Section title={t('custody.ledger')} actions={<Correct item={item} />}>
        <Ledger entries={item.entries} />
        <Former item={item} />
        {seldom.length > 0 ? (
          <div className={styles['acts']}>
            {seldom.map((one) => (
              <ActionButton key={one} label={t(`custody.do_${one}`)} kind="quiet" onRun={() => act(one)} />
            ))}
          </div>
        ) : null}
      </Section>
    </>
  );
}

/** A counter entry with its reason; nothing is taken out of the ledger. */
function Correct({ item }: { item: CustodyPage }) {
  const [opened, open] = useState(false);
  const write = useWrite<string>({
    send: (reason, options) =>
      api.post(`custody/${item.id}/correct`, { seq: item.entries.at(-1)!.seq, reason }, options),
    changes: () => ['custody_item', `custody_item/${item.id}`, 'commitment'],
    done: () => {
      say(t('custody.entered'));
      open(false);
    },
  });
  return (
    <>
      <ActionButton
        label={t('custody.correct')}
        icon={IconArrowBack}
        kind="quiet"
        can={item.can}
        action="correct"
        onRun={() => open(true)}
      />
      <AskWhy
        opened={opened}
        close={() => open(false)}
        title={t('custody.correct')}
        act={t('custody.correct')}
        label={t('custody.settle_reason')}
        busy={write.busy}
        run={(why) => void write.run(why)}
      >
        <p>{t('custody.correct_why')}</p>
      </AskWhy>
    </>
  );
}
