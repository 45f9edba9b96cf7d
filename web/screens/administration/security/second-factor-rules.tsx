import { Choices } from '../../../ui/form/choices.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { PostBoxes } from './post-boxes.tsx';
import type { RulesDraft } from './rules-form.tsx';

/** Of whom a second factor is required, from when, and for how long a browser is trusted. */
export function SecondFactorRules({ draft }: { draft: RulesDraft }) {
  const { form } = draft;
  const { required, from } = form.getValues().secondFactor;
  return (
    <div className={styles['stack']}>
      <Choices
        label={t('security.required_of')}
        options={[
          { value: 'nobody', label: t('security.nobody') },
          { value: 'posts', label: t('security.some_posts') },
          { value: 'everybody', label: t('security.everybody') },
        ]}
        value={required}
        onChange={(chosen) => form.setFieldValue('secondFactor.required', chosen ?? 'nobody')}
      />
      {required === 'posts' ? <PostBoxes draft={draft} label={t('security.posts')} path="secondFactor.posts" /> : null}
      {required === 'nobody' ? null : (
        <MomentField
          label={t('security.from')}
          description={t('security.from_how')}
          value={from}
          quick={[]}
          onChange={(moment) => form.setFieldValue('secondFactor.from', moment)}
        />
      )}
      <NumberField
        label={t('security.trust_days')}
        description={t('security.trust_days_how')}
        min={0}
        max={90}
        allowDecimal={false}
        clampBehavior="strict"
        {...form.getInputProps('secondFactor.trustDays')}
      />
    </div>
  );
}
