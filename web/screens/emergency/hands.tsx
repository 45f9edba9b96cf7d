import { IconSend } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { STANDINGS } from '../../../src/dispatch/dispatch.ts';
import type { Hand, Hands as HandsView } from '../../../src/dispatch/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { said, t } from '../../words/words.ts';
import styles from './emergency.module.css';
import { OrderForm } from './order-form.tsx';
import type { EmergencySearch } from './search.ts';
import { ABOUT, inHandWords, shiftWords, standingTone, standingWords } from './words.ts';

const route = getRouteApi('/inside/emergency');

/** Everybody with a shift now, the free ones first; one key away from being sent. */
export function Hands() {
  const { department, standing, ticket } = route.useSearch();
  const read = useRead<HandsView>('dispatch/hands', { about: ABOUT, query: { department, standing }, keep: true });
  const [sending, send] = useState<Hand | null>(null);
  const close = () => send(null);
  const { data } = read;
  return (
    <div className={styles['board']}>
      <div className={styles['narrow']}>
        <Narrow />
        {data ? <p className="dim">{t('emergency.free_of', { free: data.free, all: data.items.length })}</p> : null}
      </div>
      {read.isPending ? <LoadingLines count={8} height={56} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data && data.items.length === 0 ? (
        <EmptyState title={t('emergency.nobody')} action={<Go to="/staff/attendance">{t('emergency.to_rota')}</Go>}>
          {t('emergency.nobody_why')}
        </EmptyState>
      ) : null}
      {data && data.items.length > 0 ? (
        <ul className={styles['people']} aria-label={t('emergency.view_hands')}>
          {data.items.map((hand) => (
            <Person key={hand.person.id} hand={hand} send={() => send(hand)} />
          ))}
        </ul>
      ) : null}
      <Dialog
        opened={sending !== null}
        close={close}
        title={t('emergency.send_title', { name: sending?.person.name ?? '' })}
      >
        {sending ? <OrderForm key={sending.person.id} hand={sending} ticketId={ticket ?? null} done={close} /> : null}
      </Dialog>
    </div>
  );
}

function Person({ hand, send }: { hand: Hand; send: () => void }) {
  const inHand = inHandWords(hand);
  return (
    <li className={styles['person']}>
      <div className={styles['who']}>
        <div className={styles['head']}>
          <strong>{hand.person.name}</strong>
          <StateMark tone={standingTone(hand)}>{standingWords(hand)}</StateMark>
        </div>
        <p className="dim">
          {[hand.department ? said(hand.department.name) : null, said(hand.post), shiftWords(hand)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {inHand ? <p className="dim">{t('emergency.in_hand', { what: inHand })}</p> : null}
      </div>
      <ActionButton
        label={t('emergency.send')}
        icon={IconSend}
        kind={hand.standing === 'free' ? 'primary' : 'plain'}
        can={hand.can}
        action="send"
        onRun={send}
      />
    </li>
  );
}

function Narrow() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const filter = filtersOf<EmergencySearch>(
    search,
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  return (
    <FilterSentence
      subject={t('emergency.view_hands')}
      filters={[
        filter(
          'standing',
          t('emergency.standing'),
          STANDINGS.map((value) => ({ value, label: standingWords({ standing: value }) })),
        ),
        filter(
          'department',
          t('emergency.department'),
          departments.map(({ id, name }) => ({ value: id, label: said(name) })),
        ),
      ]}
    />
  );
}
