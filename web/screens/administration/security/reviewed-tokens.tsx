import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { absolute, dateOf, listWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import type { Write } from '../../../server/writes.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import type { Right } from '../posts/post-values.ts';
import { rightWords } from '../posts/post-values.ts';
import type { ReviewAnswer } from './token-review.tsx';

type Token = ReviewAnswer['tokens'][number];
type Decision = { token: string; answer: 'kept' | 'ended' };

/** Every token with its owner, what it may, its last use and its end; kept or ended by one press each. */
export function ReviewedTokens({ review }: { review: ReviewAnswer }) {
  const decide = useWrite<Decision>({
    send: ({ token, answer }, options) => api.put(`token-reviews/${review.id}/tokens/${token}`, { answer }, options),
    changes: () => [`token_review/${review.id}`, 'token_review', 'session'],
  });
  if (review.tokens.length === 0)
    return <p className="dim">{review.completedAt ? t('token_review.had_none') : t('security.no_tokens')}</p>;
  return (
    <Section title={t('security.every_token')} aside={review.more ? t('token_review.more') : null}>
      <Table
        label={t('security.every_token')}
        rows={review.tokens}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: t('account.token_name'),
            cell: (row) => row.name,
          },
          {
            key: 'person',
            label: t('security.person'),
            cell: ({ person }) => <Go to={`/administration/people/${person.id}`}>{person.name}</Go>,
          },
          {
            key: 'rights',
            label: t('posts.rights'),
            cell: (row) => listWords(row.rights.map((one) => rightWords(one as Right))),
          },
          {
            key: 'used',
            label: t('account.last_used'),
            cell: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t('account.never')),
          },
          { key: 'until', label: t('account.expires'), cell: (row) => dateOf(row.expiresAt) },
          { key: 'decided', label: t('token_review.decided'), cell: decidedWords },
          {
            key: 'decide',
            label: t('token_review.decision'),
            cell: (row) => (review.completedAt || row.gone ? null : <Decide row={row} decide={decide} />),
          },
        ]}
      />
    </Section>
  );
}

function Decide({ row, decide }: { row: Token; decide: Write<Decision, unknown> }) {
  return (
    <div className={styles['row']}>
      {row.answer === 'kept' ? null : (
        <ActionButton
          label={t('token_review.keep')}
          busy={decide.busy}
          onRun={() => void decide.run({ token: row.id, answer: 'kept' })}
        />
      )}
      <ActionButton
        label={t('token_review.end')}
        kind="danger"
        busy={decide.busy}
        onRun={() => void decide.run({ token: row.id, answer: 'ended' })}
      />
    </div>
  );
}

function decidedWords({ answer, by, at }: Token): string {
  if (answer === null || at === null) return t('token_review.not_yet');
  const said = { who: by?.name ?? '', when: absolute(at) };
  return answer === 'kept' ? t('token_review.kept_by', said) : t('token_review.ended_by', said);
}
