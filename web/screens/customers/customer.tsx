import { IconEraser, IconHeartHandshake, IconPencil, IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { later } from '../../routes/later.ts';
import { useOpenTab } from '../../frame/tabs.ts';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { CustomerAccess } from './access.tsx';
import { Vip } from './columns.tsx';
import { Known, Lives, Touches } from './customer-parts.tsx';
import type { CustomerAnswer } from './customers.ts';
import { kindWords } from './customers.ts';
import styles from './customers.module.css';
import { EraseCustomer } from './erase.tsx';
import { Erasure } from './erasure.tsx';
import { StillNamed } from './still-named.tsx';
import { PrivacyActions } from './privacy-actions.tsx';
import { Matters } from './matters.tsx';

const CustodyOf = later(async () => (await import('../custody/of-thing.tsx')).CustodyOf);

const InChargeOf = later(async () => (await import('../custodians/of-customer.tsx')).InChargeOf);

const AccountCard = later(async () => (await import('../charges/account-card.tsx')).AccountCard);

/** A customer: how to reach them, where they live, what is open and what was, and every touch. */
export function Customer() {
  const { id } = useParams({ from: '/inside/customers/$id' });
  const read = useRead<CustomerAnswer>(`customers/${id}`, {
    about: ['customer', `customer/${id}`, 'ticket', 'contact', 'commitment'],
  });
  const { data } = read;
  const mayRead = useRight('conversation.see');
  const mayCharge = useRight('charge.see');
  const maySeeCustody = useRight('custody.see');
  useOpenTab(data ? { type: 'customer', id, title: data.name } : null);
  if (!data) {
    return (
      <Page title={t('customers.one')}>
        {read.error ? (
          <ErrorState problem={read.error} retry={() => void read.refetch()} />
        ) : (
          <LoadingLines count={14} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={data.name}
      aside={
        <>
          {kindWords(data.kind)} {data.vip ? <Vip /> : null}
        </>
      }
      actions={<Actions customer={data} />}
    >
      {data.erasedAt ? (
        <Notice tone="soon">
          {t('customers.erased')} <When at={data.erasedAt} />
        </Notice>
      ) : null}
      {data.erasure ? <Erasure report={data.erasure} /> : null}
      {data.erasure?.stays['elsewhere'] ? <StillNamed customerId={data.id} /> : null}
      <Known customer={data} />
      {data.erasedAt ? null : (
        <Suspense fallback={null}>
          <InChargeOf customerId={data.id} name={data.name} />
        </Suspense>
      )}
      <Matters title={t('customers.open_matters')} empty={t('customers.nothing_open')} rows={data.open} />
      {mayCharge ? (
        <Suspense fallback={null}>
          <AccountCard customerId={data.id} />
        </Suspense>
      ) : null}
      <Lives customer={data} />
      {maySeeCustody ? (
        <Suspense>
          <CustodyOf of="customer" id={data.id} />
        </Suspense>
      ) : null}
      {data.recent.length > 0 ? <Matters title={t('customers.recent')} empty="" rows={data.recent} /> : null}
      <Touches rows={data.contacts} />
      {mayRead ? (
        <p>
          <Go to="/messages" search={{ view: 'open', customer: id, with: data.name }}>
            {t('messages.with_customer')}
          </Go>
        </p>
      ) : null}
      <OwnData customer={data} />
    </Page>
  );
}

function Actions({ customer }: { customer: CustomerAnswer }) {
  const navigate = useNavigate();
  const mayReach = useRight('outreach.send');
  return (
    <>
      {customer.erasedAt ? null : <CustomerAccess customer={customer} />}
      {mayReach && !customer.erasedAt ? (
        <ActionButton
          label={t('outreach.new')}
          icon={IconHeartHandshake}
          onRun={() => void navigate({ to: '/outreach/new', search: { customer: customer.id, name: customer.name } })}
        />
      ) : null}
      <ActionButton
        label={t('customers.open_ticket')}
        icon={IconPlus}
        kind="primary"
        can={customer.can}
        action="open_ticket"
        onRun={() => void navigate({ to: '/front-desk', search: { customer: customer.id } })}
      />
      <ActionButton
        label={t('customers.edit')}
        icon={IconPencil}
        hotkey="e"
        can={customer.can}
        action="change"
        onRun={() => void navigate({ to: `/customers/${customer.id}/edit` })}
      />
    </>
  );
}

/** What becomes of what is known of him, and who looked at it: wanted seldom, so it stands last. */
function OwnData({ customer }: { customer: CustomerAnswer }) {
  const [erasing, setErasing] = useState(false);
  const mayAudit = useRight('audit.see');
  if (!mayAudit && !['erase', 'export', 'hold'].some((act) => act in customer.can)) return null;
  return (
    <Section title={t('privacy.title')}>
      <div className={styles['acts']}>
        <ActionButton
          label={t('customers.erase')}
          icon={IconEraser}
          kind="quiet"
          can={customer.can}
          action="erase"
          onRun={() => setErasing(true)}
        />
        <PrivacyActions customer={customer} />
      </div>
      {mayAudit ? (
        <p>
          <Go to="/administration/looks" search={{ customer: customer.id }}>
            {t('journal.looks_of_customer')}
          </Go>
        </p>
      ) : null}
      <EraseCustomer customer={customer} opened={erasing} close={() => setErasing(false)} />
    </Section>
  );
}
