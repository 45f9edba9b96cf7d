import { useMemo, useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { useDesk } from '../../matter/kinds.ts';
import { Recording } from '../../matter/recording.tsx';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Scroller } from '../../ui/scroller.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { Fact } from '../../ui/timeline.tsx';
import { Timeline, TimelineFolds } from '../../ui/timeline.tsx';
import { t } from '../../words/words.ts';
import { Composer } from './composer.tsx';
import type { Entry, TimelinePage } from './facts/entry.ts';
import { factOf, folds } from './facts/facts.ts';
import styles from './happened.module.css';
import { useLastLook } from './last-look.ts';
import type { TicketView } from './view.ts';
import { aboutTicket } from './view.ts';

/** What happened, in one column, newest at the bottom beside the field for the next word. */
export function Happened({ ticket }: { ticket: TicketView }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(['begun']));
  const pages = usePages<Entry>(`tickets/${ticket.id}/timeline`, {
    about: aboutTicket(ticket.id),
    query: { limit: 100 },
  });
  const facts = useFacts(ticket, pages.data?.pages as TimelinePage[] | undefined);
  const kinds = folds()
    .map((fold) => ({ ...fold, count: facts.filter((fact) => fact.kind === fold.key).length }))
    .filter((fold) => fold.count > 0);
  const toggle = (key: string) =>
    setHidden((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  return (
    <section className={styles['happened']} aria-label={t('ticket.pane_happened')}>
      <TimelineFolds kinds={kinds} hidden={hidden} toggle={toggle} />
      <Scroller count={pageItems(pages.data).length} label={t('ticket.pane_happened')}>
        {pages.error && !pages.data ? <ErrorState problem={pages.error} retry={() => void pages.refetch()} /> : null}
        {pages.isPending ? <LoadingLines count={8} /> : null}
        {pages.hasNextPage ? (
          <ActionButton
            label={t('ticket.earlier')}
            kind="quiet"
            busy={pages.isFetchingNextPage}
            onRun={() => void pages.fetchNextPage()}
          />
        ) : null}
        <Timeline facts={facts} hidden={hidden} />
      </Scroller>
      <Composer ticket={ticket} />
    </section>
  );
}

/** When the newest of what is shown was recorded: a phone may bring late what happened long before. */
function newestOf(pages: readonly TimelinePage[] | undefined): string | null {
  const moments = (pages ?? []).flatMap((page) => page.items).map((entry) => entry.recordedAt);
  return moments.reduce<string | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}

function useFacts(ticket: TicketView, pages: TimelinePage[] | undefined) {
  const me = useSession().person.id;
  const desk = useDesk();
  const before = useLastLook(ticket, newestOf(pages));
  return useMemo(() => {
    const all = pages ?? [];
    const reader = {
      ticket,
      desk,
      names: Object.assign({}, ...all.map((page) => page.names)) as Record<string, string>,
      clocks: Object.assign({}, ...all.map((page) => page.clocks)) as TimelinePage['clocks'],
      stages: all[0]?.stages ?? {},
    };
    const isFresh = (entry: Entry) => before !== null && entry.recordedAt > before && entry.actor?.id !== me;
    return all
      .flatMap((page) => page.items)
      .toReversed()
      .flatMap((entry) => withRecording(entry, factOf(entry, reader, isFresh(entry))));
  }, [pages, ticket, desk, before, me]);
}

/** Of a call, what was said in it stands under what was written of it. */
function withRecording({ recordedCallId }: Entry, fact: Fact | null): Fact[] {
  if (fact === null || recordedCallId === null) return fact ? [fact] : [];
  const body = (
    <>
      {fact.body}
      <Recording callId={recordedCallId} />
    </>
  );
  return [{ ...fact, body }];
}
