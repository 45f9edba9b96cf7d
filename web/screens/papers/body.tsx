import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyView, Dealing, MatterLine } from '../../../src/liaison/view.ts';
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
import { BodyForm } from './body-form.tsx';
import { Contacts } from './contacts.tsx';
import { DealingRows } from './dealing-rows.tsx';
import { Former } from './former.tsx';
import { MatterForm } from './matter-form.tsx';
import styles from './papers.module.css';
import { matterState, matterTone } from './words.ts';

/** A body outside: whom one knows there, what is open with it, and the log of what was dealt with. */
export function Body() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<BodyView>(`liaison-bodies/${id}`, { about: [`liaison_body/${id}`, 'liaison_matter', 'clock'] });
  const { data } = read;
  return (
    <Page
      title={data?.name ?? t('papers.body')}
      aside={data ? said(data.kind.name) : null}
      actions={data ? <Acts body={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts body={data} /> : null}
    </Page>
  );
}

function Acts({ body }: { body: BodyView }) {
  const [asked, ask] = useState<'change' | 'matter' | null>(null);
  const close = () => ask(null);
  return (
    <>
      <ActionButton
        label={t('papers.new_matter')}
        icon={IconPlus}
        kind="primary"
        hotkey="n"
        can={body.can}
        action="log"
        onRun={() => ask('matter')}
      />
      <ActionButton
        label={t('papers.change')}
        icon={IconPencil}
        can={body.can}
        action="change"
        onRun={() => ask('change')}
      />
      <Dialog opened={asked === 'change'} close={close} title={t('papers.change')}>
        <BodyForm body={body} done={close} />
      </Dialog>
      <Dialog opened={asked === 'matter'} close={close} title={t('papers.new_matter')} size="lg">
        <MatterForm body={body} done={close} />
      </Dialog>
    </>
  );
}

function Parts({ body }: { body: BodyView }) {
  const dealings = usePages<Dealing>('liaison-dealings', { about: ['liaison_matter'], query: { body: body.id } });
  const log = pageItems(dealings.data);
  return (
    <>
      <Go to="/papers" search={{ view: 'liaison' }}>
        {t('papers.back_to_bodies')}
      </Go>
      <Facts
        lines={[
          { label: t('papers.keeps_up'), value: body.person.name },
          { label: t('papers.phone'), value: body.phone },
          { label: t('papers.address'), value: body.address },
          { label: t('papers.every'), value: body.every ? t(`papers.every_${body.every}`) : null },
          { label: t('papers.touch_by'), value: body.touchBy ? absolute(body.touchBy) : null },
          { label: t('papers.worth_knowing'), value: body.about },
          { label: t('papers.body_ended'), value: body.endedAt ? absolute(body.endedAt) : null },
        ]}
      />
      <Contacts body={body} />
      <MattersOf body={body} />
      <Section title={t('papers.list_dealings')}>
        {log.length === 0 ? (
          <p className="dim">{t('papers.no_dealings')}</p>
        ) : (
          <DealingRows dealings={log} withMatter />
        )}
        {dealings.hasNextPage ? (
          <ActionButton label={t('papers.more')} kind="quiet" onRun={() => void dealings.fetchNextPage()} />
        ) : null}
      </Section>
      <Former former={body.former} />
    </>
  );
}

function MattersOf({ body }: { body: BodyView }) {
  const matters = usePages<MatterLine>('liaison-matters', { about: ['liaison_matter'], query: { body: body.id } });
  const rows = pageItems(matters.data);
  return (
    <Section title={t('papers.list_matters')}>
      {rows.length === 0 ? <p className="dim">{t('papers.no_matters')}</p> : null}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={styles['row']}>
            <div className={styles['line']}>
              <Go to={`/papers/matters/${row.id}`}>{row.subject}</Go>
              <StateMark tone={matterTone(row)}>{matterState(row)}</StateMark>
            </div>
            <p className="dim">{[row.person.name, row.nextStep ?? row.outcome].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
