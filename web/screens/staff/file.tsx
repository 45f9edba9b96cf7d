import { IconAlertTriangle, IconArrowsUpDown, IconEye, IconNotebook } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { StaffRecord } from '../../../src/personnel/view-records.ts';
import type { File, memberLooksOut } from '../../../src/personnel/view.ts';
import { usePages, useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { BreachForm, FindingForm } from './record-forms.tsx';
import { RecordItem } from './record-item.tsx';
import styles from './staff.module.css';
import { periodOf } from './staff-words.ts';
import { StaffTabs } from './tabs.tsx';

/** The file of one member: where he stands, and what was assessed, found, recorded and decided. */
export function MemberFile() {
  const { id } = useParams({ from: '/inside/staff/members/$id' });
  const { person } = useSession();
  return (
    <Page title={t('staff.title')} actions={<StaffTabs tab={id === person.id ? 'file' : 'members'} />}>
      <FileParts id={id} />
    </Page>
  );
}

export function FileParts({ id }: { id: string }) {
  const { data, error, refetch } = useRead<File>(`staff/members/${id}`, {
    about: ['staff_file', 'staff_assessment', 'person', 'post'],
  });
  if (!data) return error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={10} />;
  return (
    <div className={styles['file']}>
      <Standing file={data} />
      <Section title={t('staff.records')}>
        <Records file={data} />
      </Section>
      {data.can['looks'] === null ? <Looks id={id} /> : null}
    </div>
  );
}

function Standing({ file }: { file: File }) {
  const { person, own, posts, departments, next, joinedAt, leftAt } = file;
  return (
    <Section title={own ? t('staff.own_file', { name: person.name }) : person.name} actions={<Acts file={file} />}>
      <Facts
        lines={[
          { label: t('staff.post'), value: listWords(posts.map(({ name }) => said(name))) },
          { label: t('staff.department'), value: listWords(departments.map(({ name }) => said(name))) },
          { label: t('staff.joined'), value: absolute(joinedAt) },
          { label: t('staff.left'), value: leftAt ? absolute(leftAt) : null },
          {
            label: t('staff.next'),
            value: next ? (
              <Go to={`/staff/assessments/${next.id}`}>
                {periodOf(next)} · <When at={next.dueAt} />
              </Go>
            ) : null,
          },
        ]}
      />
    </Section>
  );
}

function Acts({ file: { person, own, can } }: { file: File }) {
  const navigate = useNavigate();
  const [asked, ask] = useState<'finding' | 'breach' | null>(null);
  if (own) return null;
  const close = () => ask(null);
  const moves = can['propose'] === null || can['appoint'] === null;
  return (
    <>
      {can['record'] === null ? (
        <>
          <ActionButton label={t('staff.record_finding')} icon={IconNotebook} onRun={() => ask('finding')} />
          <ActionButton label={t('staff.note_breach')} icon={IconAlertTriangle} onRun={() => ask('breach')} />
        </>
      ) : null}
      {moves ? (
        <ActionButton
          label={can['propose'] === null ? t('staff.propose') : t('staff.appoint')}
          icon={IconArrowsUpDown}
          kind="primary"
          onRun={() => void navigate({ to: '/staff/moves/new', search: { person: person.id } })}
        />
      ) : null}
      <Dialog opened={asked === 'finding'} close={close} title={t('staff.record_finding')}>
        <FindingForm personId={person.id} close={close} />
      </Dialog>
      <Dialog opened={asked === 'breach'} close={close} title={t('staff.note_breach')}>
        <BreachForm personId={person.id} close={close} />
      </Dialog>
    </>
  );
}

function Records({ file }: { file: File }) {
  const pages = usePages<StaffRecord>('staff/records', {
    about: ['staff_file', 'staff_assessment', 'staff_finding', 'staff_breach', 'staff_move', 'notification'],
    query: { person: file.person.id },
  });
  return (
    <Pages
      read={pages}
      none={
        <EmptyState title={t('staff.no_records')}>
          {file.own ? t('staff.no_records_own') : t('staff.no_records_why')}
        </EmptyState>
      }
    >
      {(rows) => (
        <ul className={styles['records']}>
          {rows.map((record) => (
            <RecordItem key={record.id} record={record} own={file.own} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

type Look = z.output<typeof memberLooksOut>['items'][number];

/** Who looked into the file: for the member himself, and for whoever keeps the files. */
function Looks({ id }: { id: string }) {
  const [shown, show] = useState(false);
  return (
    <Section
      title={t('staff.looks')}
      actions={
        shown ? null : (
          <ActionButton label={t('staff.looks_show')} icon={IconEye} kind="quiet" onRun={() => show(true)} />
        )
      }
    >
      {shown ? <LookLines id={id} /> : null}
    </Section>
  );
}

function LookLines({ id }: { id: string }) {
  const pages = usePages<Look>(`staff/members/${id}/looks`, { about: ['staff_file'] });
  return (
    <Pages read={pages} lines={2} none={<p className="dim">{t('staff.looks_none')}</p>}>
      {(rows) => (
        <ul>
          {rows.map(({ person, hour }) => (
            <li key={`${person?.id} ${hour}`}>
              {person?.name} <span className="dim">{absolute(hour)}</span>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
