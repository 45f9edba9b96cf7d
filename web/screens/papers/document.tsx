import { useParams } from '@tanstack/react-router';
import type { DocumentView } from '../../../src/document/view.ts';
import { apiUrl } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { said, t } from '../../words/words.ts';
import { DocumentActs } from './document-acts.tsx';
import { Former } from './former.tsx';
import styles from './papers.module.css';
import { documentState, documentTone } from './words.ts';

/** One document: what it says, its way through review, and where the paper lies. */
export function Document() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<DocumentView>(`documents/${id}`, { about: [`document/${id}`, 'clock'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data?.subject ?? t('papers.document')}
      aside={
        data ? (
          <>
            <StateMark tone={documentTone(data)}>{documentState(data)}</StateMark> {data.number}
          </>
        ) : null
      }
      actions={data ? <DocumentActs document={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts document={data} /> : null}
    </Page>
  );
}

function Parts({ document }: { document: DocumentView }) {
  return (
    <>
      <Go to="/papers" search={{ view: 'documents' }}>
        {t('papers.back_to_documents')}
      </Go>
      {document.supersededBy?.number ? (
        <Notice tone="soon">
          <Reference of={document.supersededBy} label={t('papers.superseded_by')} />
        </Notice>
      ) : null}
      {document.intact === false ? <Notice tone="late">{t('papers.not_intact')}</Notice> : null}
      {document.restricted ? <Notice tone="wait">{t('papers.restricted')}</Notice> : null}
      <DocumentFacts document={document} />
      {document.text ? <div className={styles['text']}>{document.text}</div> : null}
      {document.files.length > 0 ? (
        <Section title={t('papers.files')}>
          <ul className={styles['rows']}>
            {document.files.map((file) => (
              <li key={file.id}>
                <a href={apiUrl(`files/${file.id}`)} target="_blank" rel="noreferrer">
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Reviews document={document} />
      <Loans document={document} />
      <Former former={document.former} />
    </>
  );
}

type Referred = { id: string; number: string | null; subject: string };

function Reference({ of, label }: { of: Referred; label?: string }) {
  return (
    <>
      {label ? `${label} ` : null}
      <Go to={`/papers/documents/${of.id}`}>{[of.number, of.subject].filter(Boolean).join(' ')}</Go>
    </>
  );
}

function DocumentFacts({ document: one }: { document: DocumentView }) {
  const who = (person: { name: string } | null, at: string | null) =>
    person && at ? `${person.name} · ${absolute(at)}` : null;
  return (
    <Facts
      lines={[
        { label: t('papers.kind'), value: `${said(one.kind.name)} · ${t(`papers.way_${one.way}`)}` },
        { label: t('papers.dated'), value: one.dated ? absoluteDay(one.dated) : null },
        { label: t('papers.counterpart'), value: one.counterpart },
        {
          label: t('papers.body'),
          value: one.body ? <Go to={`/papers/bodies/${one.body.id}`}>{one.body.name}</Go> : null,
        },
        { label: t('papers.in_charge'), value: one.person.name },
        { label: t('papers.registered_by'), value: who(one.by, one.registeredAt) },
        { label: t('papers.answer_by'), value: one.answerBy ? absolute(one.answerBy) : null },
        { label: t('papers.answers'), value: one.answers ? <Reference of={one.answers} /> : null },
        { label: t('papers.answered_by'), value: one.answeredBy ? <Reference of={one.answeredBy} /> : null },
        { label: t('papers.supersedes'), value: one.supersedes ? <Reference of={one.supersedes} /> : null },
        { label: t('papers.class'), value: classWords(one) },
        { label: t('papers.lies_at'), value: one.liesAt },
        { label: t('papers.filed'), value: who(one.filedBy, one.filedAt) },
        { label: t('papers.keep_until'), value: one.keepUntil ? absoluteDay(one.keepUntil) : null },
        { label: t('papers.destroyed'), value: who(one.destroyedBy, one.destroyedAt) },
        { label: t('papers.why_destroyed'), value: one.destroyedBecause },
        {
          label: t('papers.digest'),
          value: one.sha256 ? <span className={styles['hash']}>{one.sha256}</span> : null,
        },
      ]}
    />
  );
}

const classWords = ({ class: held, keeper }: DocumentView): string =>
  [said(held.name), keeper ? t('papers.kept_by', { post: said(keeper) }) : null].filter(Boolean).join(' · ');

function Reviews({ document: { reviews } }: { document: DocumentView }) {
  if (reviews.length === 0) return null;
  return (
    <Section title={t('papers.reviews')}>
      <Table
        label={t('papers.reviews')}
        rows={reviews}
        rowId={(row) => row.sentAt}
        columns={[
          { key: 'post', label: t('papers.passed_to'), cell: (row) => said(row.post.name) },
          { key: 'sent', label: t('papers.passed'), cell: (row) => `${row.sentBy.name} · ${absolute(row.sentAt)}` },
          {
            key: 'decision',
            label: t('papers.decision'),
            cell: (row) => t(row.decision ? `papers.decided_${row.decision}` : 'papers.undecided'),
          },
          {
            key: 'by',
            label: t('papers.decided_by'),
            cell: (row) =>
              row.decidedBy && row.decidedAt ? `${row.decidedBy.name} · ${absolute(row.decidedAt)}` : null,
          },
          { key: 'remark', label: t('papers.remark'), cell: (row) => row.remark },
        ]}
      />
    </Section>
  );
}

function Loans({ document: { loans } }: { document: DocumentView }) {
  if (loans.length === 0) return null;
  return (
    <Section title={t('papers.loans')}>
      <Table
        label={t('papers.loans')}
        rows={loans}
        rowId={(row) => row.lentAt}
        columns={[
          { key: 'to', label: t('papers.lent_to'), cell: (row) => row.to.name },
          { key: 'why', label: t('papers.lent_for'), cell: (row) => row.why },
          { key: 'at', label: t('papers.lent_at'), cell: (row) => absolute(row.lentAt) },
          { key: 'due', label: t('papers.back_by'), cell: (row) => absolute(row.dueAt) },
          {
            key: 'back',
            label: t('papers.returned'),
            cell: (row) => (row.returnedAt ? absolute(row.returnedAt) : '–'),
          },
        ]}
      />
    </Section>
  );
}
