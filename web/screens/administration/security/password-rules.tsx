import { Choices } from '../../../ui/form/choices.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { PostBoxes } from './post-boxes.tsx';
import type { RulesDraft } from './rules-form.tsx';

const whole = { allowDecimal: false, clampBehavior: 'strict' } as const;

/** What a password must be, and whom passwords let in. */
export function PasswordRules({ draft }: { draft: RulesDraft }) {
  const { form } = draft;
  const { signIn, expireDays } = form.getValues().passwords;
  return (
    <div className={styles['stack']}>
      <div className={styles['fields']}>
        <NumberField
          label={t('security.least')}
          min={8}
          max={64}
          {...whole}
          {...form.getInputProps('passwords.least')}
        />
        <NumberField
          label={t('security.history')}
          min={0}
          max={24}
          {...whole}
          {...form.getInputProps('passwords.history')}
        />
        <NumberField
          label={t('security.expire_days')}
          description={t('security.expire_how')}
          min={30}
          max={730}
          allowDecimal={false}
          value={expireDays ?? ''}
          error={form.errors['passwords.expireDays']}
          onChange={(days) => form.setFieldValue('passwords.expireDays', days === '' ? null : Number(days))}
        />
      </div>
      <Choices
        label={t('sign_on.password_for')}
        options={[
          { value: 'everybody', label: t('sign_on.all') },
          { value: 'posts', label: t('sign_on.these') },
        ]}
        value={signIn}
        onChange={(chosen) => form.setFieldValue('passwords.signIn', chosen ?? 'everybody')}
        error={form.errors['passwords.signIn']}
      />
      {signIn === 'posts' ? <PostBoxes draft={draft} label={t('sign_on.these')} path="passwords.posts" /> : null}
    </div>
  );
}

/** How long one stays signed in. */
export function SessionRules({ draft: { form } }: { draft: RulesDraft }) {
  return (
    <div className={styles['fields']}>
      <NumberField
        label={t('security.idle_hours')}
        min={1}
        max={720}
        {...whole}
        {...form.getInputProps('sessions.idleHours')}
      />
      <NumberField
        label={t('security.longest_days')}
        min={1}
        max={90}
        {...whole}
        {...form.getInputProps('sessions.longestDays')}
      />
    </div>
  );
}

/** How long programs may act for somebody, and by when their tokens are looked at after each quarter. */
export function TokenRules({ draft: { form } }: { draft: RulesDraft }) {
  return (
    <div className={styles['fields']}>
      <NumberField
        label={t('token_review.longest_days')}
        min={1}
        max={366}
        {...whole}
        {...form.getInputProps('tokens.longestDays')}
      />
      <NumberField
        label={t('token_review.review_days')}
        min={1}
        max={60}
        {...whole}
        {...form.getInputProps('tokens.reviewDays')}
      />
    </div>
  );
}
