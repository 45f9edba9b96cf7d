import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { stretchWords } from '../../matter/stretch.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountLines } from './account-lines.tsx';
import { AccountsNotice } from './accounts-notice.tsx';
import type { AccountsPage } from './budget-data.ts';
import { accountsStateWords } from './budget-words.ts';
import { AccountChanges } from './account-changes.tsx';

/** One version of a period: its lines while they are written, and the notice that owners read. */
export function OneAccounts() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<AccountsPage>(`accounts/${id}`, { about: ['accounts', 'commitment'] });
  const { organisation } = useSession();
  const { data } = read;
  const print = () => printSlip(<AccountsNotice accounts={data!} organisation={organisation.name} />);
  return (
    <Page
      title={data ? t('accounts.title_of', { period: stretchWords(data.period, data.begins) }) : t('accounts.title')}
      aside={data ? accountsStateWords(data.state) : null}
      actions={
        data && data.lines.length > 0 ? (
          <ActionButton label={t('accounts.print')} icon={IconPrinter} hotkey="p" onRun={print} />
        ) : null
      }
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts accounts={data} /> : null}
    </Page>
  );
}

function Parts({ accounts }: { accounts: AccountsPage }) {
  const { suppliedBy, suppliedAt, publishedBy, publishedAt, owner, dueAt } = accounts;
  return (
    <>
      <Facts
        lines={[
          { label: t('accounts.owner'), value: owner?.name },
          { label: t('budget.due'), value: dueAt ? absolute(dueAt) : null },
          {
            label: t('accounts.supplied_by'),
            value: suppliedAt ? `${suppliedBy?.name ?? ''} · ${absolute(suppliedAt)}` : null,
          },
          {
            label: t('accounts.published'),
            value: publishedAt ? `${publishedBy?.name ?? ''} · ${absolute(publishedAt)}` : null,
          },
          { label: t('accounts.corrects'), value: accounts.correctsBecause },
          { label: t('accounts.remark'), value: accounts.remark },
        ]}
      />
      {accounts.state === 'sent_back' ? (
        <Notice tone="late">{t('accounts.sent_back_because', { words: accounts.sentBackBecause })}</Notice>
      ) : null}
      <AccountActs accounts={accounts} />
      <AccountLines accounts={accounts} />
      <OtherVersions accounts={accounts} />
      <AccountChanges changes={accounts.changes} currency={accounts.currency} />
    </>
  );
}

function OtherVersions({ accounts: { id, versions } }: { accounts: AccountsPage }) {
  const others = versions.filter((one) => one.id !== id);
  if (others.length === 0) return null;
  return (
    <Section title={t('budget.versions')}>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <Go to={`/budget/accounts/${one.id}`}>{t('budget.version', { n: one.version })}</Go>{' '}
            <span className="dim">
              {one.publishedAt
                ? t('accounts.published_at', { when: absolute(one.publishedAt) })
                : t('accounts.not_yet')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
