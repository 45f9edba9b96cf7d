import { IconArrowsSplit } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Classes } from './classes.tsx';
import { OwedContacts } from './contacts.tsx';
import { InCharge } from './customers.tsx';
import type { CustodianView } from './search.ts';
import { Specialists } from './specialists.tsx';

const route = getRouteApi('/inside/custodians');

/** Which customers are whose, what is owed with them, and the standard of each class. */
export function Custodians() {
  const { view = 'customers' } = route.useSearch();
  const mayAssign = useRight('customer.assign');
  const mayArchive = useRight('customer.edit');
  const views: CustodianView[] = ['customers', 'contacts', ...(mayAssign ? (['people'] as const) : []), 'classes'];
  const shape = view === 'customers' || view === 'contacts' ? 'fill' : undefined;
  return (
    <Page
      title={t('custodians.title')}
      {...(shape ? { shape } : {})}
      actions={
        <>
          <ViewTabs
            label={t('custodians.title')}
            to="/custodians"
            tabs={views.map((key) => ({ key, label: t(`custodians.view_${key}`) }))}
            view={view}
          />
          {mayArchive ? <Go to="/customer-archives">{t('custodians.archives')}</Go> : null}
          {mayAssign ? <ProposeButton /> : null}
        </>
      }
    >
      <Shown view={view} />
    </Page>
  );
}

function Shown({ view }: { view: CustodianView }) {
  if (view === 'contacts') return <OwedContacts />;
  if (view === 'people') return <Specialists />;
  return view === 'classes' ? <Classes /> : <InCharge />;
}

function ProposeButton() {
  const navigate = useNavigate();
  return (
    <ActionButton
      label={t('custodians.propose')}
      icon={IconArrowsSplit}
      kind="primary"
      hotkey="n"
      onRun={() => void navigate({ to: '/custodians/propose' })}
    />
  );
}
