import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MatterView } from '../../../src/liaison/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { t } from '../../words/words.ts';
import { DealingRows } from './dealing-rows.tsx';
import { Former } from './former.tsx';
import { ChangeForm, DealForm } from './matter-acts.tsx';
import { matterState, matterTone } from './words.ts';

/** One matter with a body outside: who is in charge, what comes next, and its log. */
export function Matter() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<MatterView>(`liaison-matters/${id}`, { about: [`liaison_matter/${id}`, 'clock'] });
  const { data } = read;
  return (
    <Page
      title={data?.subject ?? t('papers.matter')}
      aside={data ? <StateMark tone={matterTone(data)}>{matterState(data)}</StateMark> : null}
      actions={data ? <Acts matter={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts matter={data} /> : null}
    </Page>
  );
}

function Parts({ matter }: { matter: MatterView }) {
  const { closedBy, closedAt, ticket } = matter;
  return (
    <>
      <Facts
        lines={[
          { label: t('papers.body'), value: <Go to={`/papers/bodies/${matter.body.id}`}>{matter.body.name}</Go> },
          { label: t('papers.in_charge'), value: matter.person.name },
          { label: t('papers.next_step'), value: matter.nextStep },
          { label: t('papers.next_by'), value: matter.nextBy ? absolute(matter.nextBy) : null },
          { label: t('papers.ticket'), value: ticket ? <Go to={`/tickets/${ticket.id}`}>{ticket.number}</Go> : null },
          { label: t('papers.outcome'), value: matter.outcome },
          { label: t('papers.lesson'), value: matter.lesson },
          {
            label: t('papers.closed'),
            value: closedBy && closedAt ? `${closedBy.name} · ${absolute(closedAt)}` : null,
          },
        ]}
      />
      <Section title={t('papers.list_dealings')}>
        {matter.dealings.length === 0 ? (
          <p className="dim">{t('papers.planned_only')}</p>
        ) : (
          <DealingRows dealings={matter.dealings} />
        )}
      </Section>
      <Former former={matter.former} />
    </>
  );
}

function Acts({ matter }: { matter: MatterView }) {
  const [asked, ask] = useState<'deal' | 'change' | null>(null);
  const close = () => ask(null);
  if (matter.closedAt) return null;
  return (
    <>
      <ActionButton
        label={t('papers.log')}
        icon={IconPlus}
        kind="primary"
        hotkey="n"
        can={matter.can}
        action="deal"
        onRun={() => ask('deal')}
      />
      <ActionButton
        label={t('papers.change')}
        icon={IconPencil}
        can={matter.can}
        action="change"
        onRun={() => ask('change')}
      />
      <Dialog opened={asked === 'deal'} close={close} title={t('papers.log')} size="lg">
        <DealForm matter={matter} done={close} />
      </Dialog>
      <Dialog opened={asked === 'change'} close={close} title={t('papers.change')}>
        <ChangeForm matter={matter} done={close} />
      </Dialog>
    </>
  );
}
