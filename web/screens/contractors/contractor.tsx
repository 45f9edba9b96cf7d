import { IconClipboardCheck, IconPencil } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CheckView, ContractorView, FaultView } from '../../../src/contractor/view.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { said, t } from '../../words/words.ts';
import { Former } from '../papers/former.tsx';
import { CheckForm } from './check-form.tsx';
import { ContractorForm } from './contractor-form.tsx';
import styles from './contractors.module.css';
import { FollowUpForm } from './follow-up-form.tsx';
import { ABOUT } from './house.ts';
import { faultTone, faultWords, lastWords, servicesWords, verdictTone, verdictWords } from './words.ts';

/** A contractor: what it does here, what is not mended, how it was found time after time. */
export function Contractor() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ContractorView>(`contractors/${id}`, { about: [`contractor/${id}`, ...ABOUT] });
  const { data } = read;
  return (
    <Page
      title={data?.name ?? t('contractors.contractor')}
      aside={data ? servicesWords(data) : null}
      actions={data ? <Acts contractor={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts contractor={data} /> : null}
    </Page>
  );
}

function Acts({ contractor }: { contractor: ContractorView }) {
  const [asked, ask] = useState<'check' | 'change' | null>(null);
  const close = () => ask(null);
  const { can } = contractor;
  return (
    <>
      <ActionButton
        label={t('contractors.check')}
        icon={IconClipboardCheck}
        kind="primary"
        hotkey="n"
        can={can}
        action="check"
        onRun={() => ask('check')}
      />
      <ActionButton
        label={t('contractors.change')}
        icon={IconPencil}
        can={can}
        action="change"
        onRun={() => ask('change')}
      />
      <Dialog opened={asked === 'check'} close={close} title={t('contractors.check')} size="lg">
        <CheckForm contractor={contractor} done={close} />
      </Dialog>
      <Dialog opened={asked === 'change'} close={close} title={t('contractors.change')}>
        <ContractorForm contractor={contractor} done={close} />
      </Dialog>
    </>
  );
}

function Parts({ contractor }: { contractor: ContractorView }) {
  const { every } = contractor;
  return (
    <>
      <Go to="/contractors">{t('contractors.back')}</Go>
      <Facts
        lines={[
          { label: t('contractors.last_check'), value: lastWords(contractor) },
          { label: t('contractors.check_by'), value: contractor.checkBy ? absolute(contractor.checkBy) : null },
          {
            label: t('contractors.every'),
            value: every ? t(`contractors.every_${every}`) : t('contractors.every_service'),
          },
          { label: t('contractors.in_charge'), value: contractor.person.name },
          { label: t('contractors.contact'), value: contractor.contact },
          { label: t('contractors.phone'), value: contractor.phone },
          { label: t('contractors.agreement'), value: contractor.agreement },
          { label: t('contractors.agreed_until'), value: contractor.agreedUntil },
          { label: t('contractors.about'), value: contractor.about },
          { label: t('contractors.ended'), value: contractor.endedAt ? absolute(contractor.endedAt) : null },
        ]}
      />
      <FaultsOf contractor={contractor} />
      <ChecksOf contractor={contractor} />
      <Former former={contractor.former} />
    </>
  );
}

function FaultsOf({ contractor }: { contractor: ContractorView }) {
  const pages = usePages<FaultView>('contractor-faults', { about: ABOUT, query: { contractor: contractor.id } });
  const [looked, look] = useState<FaultView | null>(null);
  const close = () => look(null);
  const rows = pageItems(pages.data);
  return (
    <Section title={t('contractors.view_faults')}>
      {rows.length === 0 ? <p className="dim">{t('contractors.no_faults')}</p> : null}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={styles['row']}>
            <div className={styles['line']}>
              <strong>{row.notConform}</strong>
              <StateMark tone={faultTone(row)}>{faultWords(row)}</StateMark>
            </div>
            <p>{row.improvement}</p>
            <p className="dim">{`${said(row.point)} · ${t('contractors.due_at', { when: absolute(row.dueAt) })}`}</p>
            {row.followUps.map((one) => (
              <p key={one.seenAt} className="dim">
                {`${t(`contractors.seen_${one.verdict}`)}: ${one.result} · ${one.by.name} · ${absolute(one.seenAt)}`}
              </p>
            ))}
            {row.mendedAt ? null : (
              <div>
                <ActionButton
                  label={t('contractors.follow_up')}
                  kind="quiet"
                  can={row.can}
                  action="follow_up"
                  onRun={() => look(row)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <ActionButton label={t('contractors.more')} kind="quiet" onRun={() => void pages.fetchNextPage()} />
      ) : null}
      <Dialog opened={looked !== null} close={close} title={t('contractors.follow_up')}>
        {looked ? <FollowUpForm fault={looked} done={close} /> : null}
      </Dialog>
    </Section>
  );
}

function ChecksOf({ contractor }: { contractor: ContractorView }) {
  const pages = usePages<CheckView>('contractor-checks', { about: ABOUT, query: { contractor: contractor.id } });
  const rows = pageItems(pages.data);
  return (
    <Section title={t('contractors.view_checks')}>
      {rows.length === 0 ? <p className="dim">{t('contractors.never_checked')}</p> : null}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={styles['row']}>
            <div className={styles['line']}>
              <strong>{`${said(row.service.name)} · ${absolute(row.checkedAt)}`}</strong>
              <StateMark tone={verdictTone(row)}>{verdictWords(row)}</StateMark>
            </div>
            <p>{row.points.map((point) => `${said(point.name)}: ${verdictWords(point)}`).join(' · ')}</p>
            <p className="dim">{[row.by.name, row.remark].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <ActionButton label={t('contractors.more')} kind="quiet" onRun={() => void pages.fetchNextPage()} />
      ) : null}
    </Section>
  );
}
