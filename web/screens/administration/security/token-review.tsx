import { Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { reviewOut } from '../../../../src/token-review/view.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Page } from '../../../ui/page.tsx';
import { Facts, Notice, Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { absolute, numberWords } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { ReviewedTokens } from './reviewed-tokens.tsx';
import { quarterWords, stateWords } from './token-reviews.tsx';

export type ReviewAnswer = z.output<typeof reviewOut>;

/** One quarter's look at every personal token: each is kept or ended, and the review is completed. */
export function TokenReview() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ReviewAnswer>(`token-reviews/${id}`, {
    about: [`token_review/${id}`, 'session', 'commitment', 'clock'],
  });
  const { data } = read;
  return (
    <Page
      title={data ? t('token_review.title_of', { quarter: quarterWords(data) }) : t('token_review.title')}
      aside={data ? stateWords(data) : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts review={data} /> : null}
    </Page>
  );
}

function Parts({ review }: { review: ReviewAnswer }) {
  return (
    <>
      <Facts
        lines={[
          { label: t('token_review.owner'), value: review.owner?.name },
          { label: t('token_review.due'), value: review.dueAt ? absolute(review.dueAt) : null },
          { label: t('token_review.kept'), value: numberWords(review.kept) },
          { label: t('token_review.ended'), value: numberWords(review.ended) },
          { label: t('token_review.undecided'), value: review.completedAt ? null : numberWords(review.unanswered) },
          { label: t('token_review.remarks'), value: review.remarks },
        ]}
      />
      <ReviewedTokens review={review} />
      {review.completedAt ? null : <Complete key={review.id} review={review} />}
    </>
  );
}

/** Once the quarter is over and every token has its answer. */
function Complete({ review }: { review: ReviewAnswer }) {
  const refused = review.can['complete'] ?? null;
  const draft = useDraftForm({
    subject: `token_review/${review.id}`,
    initial: { remarks: '' },
    check: () => ({}),
    send: (values, options) => api.post(`token-reviews/${review.id}/complete`, values, options),
    changes: () => [`token_review/${review.id}`, 'token_review', 'commitment'],
    done: () => say(t('token_review.done')),
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <Section title={t('token_review.complete')}>
      <FormFrame draft={draft} submit={t('token_review.complete')}>
        <Textarea
          label={t('token_review.remarks')}
          autosize
          minRows={3}
          maxLength={10_000}
          {...draft.form.getInputProps('remarks')}
        />
      </FormFrame>
    </Section>
  );
}
