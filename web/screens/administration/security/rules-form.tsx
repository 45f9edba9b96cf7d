import { TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { refusalWords } from '../../../server/refusals.ts';
import type { DraftForm } from '../../../ui/form/draft-form.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { spoken } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { PasswordRules, SessionRules, TokenRules } from './password-rules.tsx';
import { SecondFactorRules } from './second-factor-rules.tsx';
import type { SecurityAnswer } from './security.tsx';

type Rules = SecurityAnswer['security'];
type Values = Rules & { why: string };
export type RulesDraft = DraftForm<Values>;

/** One form, one version: everything that is asked of whoever signs in, changed with a reason. */
export function RulesForm({ answer }: { answer: SecurityAnswer }) {
  const draft = useDraftForm<Values, { version: number }>({
    subject: 'security',
    initial: { ...answer.security, why: '' },
    version: answer.version,
    check: ({ why }) => ({ why: why.trim() ? null : t('security.why_needed') }),
    send: ({ why, ...security }, options, known) =>
      api.put<{ version: number }>('security', { security, seen: known.version, why: why.trim() }, options),
    changes: () => ['organisation', 'session'],
    done: ({ version }) => say(t('security.saved', { version })),
  });
  const refused = answer.can['change'] ?? null;
  return (
    <fieldset className={styles['bare']} disabled={refused !== null} aria-label={t('security.title')}>
      {refused ? <Notice tone="wait">{refusalWords(refused)}</Notice> : null}
      <FormFrame draft={draft} submit={t('security.save')}>
        {answer.at ? (
          <p className="dim">{t('security.last_changed', { when: spoken(answer.at), why: answer.why ?? '' })}</p>
        ) : null}
        <Section title={t('second_factor.title')}>
          <SecondFactorRules draft={draft} />
        </Section>
        <Section title={t('account.password')}>
          <PasswordRules draft={draft} />
        </Section>
        <Section title={t('security.sessions')}>
          <SessionRules draft={draft} />
        </Section>
        <Section title={t('token_review.rules')}>
          <TokenRules draft={draft} />
        </Section>
        <TextInput label={t('security.why')} required maxLength={200} {...draft.form.getInputProps('why')} />
      </FormFrame>
    </fieldset>
  );
}
