import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { PostBoxes } from './post-boxes.tsx';
import type { RulesDraft } from './rules-form.tsx';

/** Whom passwords let in. */
export function PasswordRules({ draft }: { draft: RulesDraft }) {
  const { form } = draft;
  const { signIn } = form.getValues().passwords;
  return (
    <div className={styles['stack']}>
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
