import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { channels, channelWords, satisfactionWords } from '../../matter/words.ts';
import { ChoiceKeys } from '../../ui/form/choice-keys.tsx';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import { Chips } from './chips.tsx';
import { Demands } from './demands.tsx';
import { FaultPart, ReplyPart } from './parts.tsx';
import { isDissatisfied, useMake } from './make.ts';
import styles from './return-visits.module.css';
import type { VisitPage } from './visits.ts';

/** What the customer says: keys 1 to 5 for how satisfied, the rest in words; and what follows from it. */
export function MakeForm({ visit }: { visit: VisitPage }) {
  const draft = useMake(visit);
  const { form } = draft;
  const { values } = form;
  const people = [...new Set([visit.customer?.name, visit.callerName])].filter((name) => typeof name === 'string');
  return (
    <Section title={t('return_visits.record')}>
      <FormFrame draft={draft} submit={t('return_visits.record')}>
        <div>
          <ChoiceKeys
            label={t('return_visits.how_satisfied')}
            choices={[
              ...[1, 2, 3, 4, 5].map((mark) => ({ value: String(mark), label: satisfactionWords(mark) })),
              { value: 'none', label: t('return_visits.no_say') },
            ]}
            value={values.satisfaction || null}
            onChange={(satisfaction) => form.setFieldValue('satisfaction', satisfaction)}
          />
          {form.errors['satisfaction'] ? (
            <p role="alert" className={styles['wrong']}>
              {form.errors['satisfaction']}
            </p>
          ) : null}
        </div>
        {isDissatisfied(values) ? <Notice tone="soon">{t('return_visits.dissatisfied')}</Notice> : null}
        <div className={styles['pair']}>
          <div>
            <TextInput
              label={t('return_visits.whom')}
              required
              maxLength={200}
              {...form.getInputProps('reachedWhom')}
            />
            {people.length > 1 ? (
              <Chips
                label={t('return_visits.whom')}
                texts={people}
                value={values.reachedWhom}
                onChange={(name) => form.setFieldValue('reachedWhom', name)}
              />
            ) : null}
          </div>
          <NativeSelect
            label={t('return_visits.channel')}
            data={channels.map((value) => ({ value, label: channelWords(value) }))}
            {...form.getInputProps('channel')}
          />
        </div>
        <Textarea label={t('return_visits.opinion')} autosize minRows={2} {...form.getInputProps('opinion')} />
        <Textarea label={t('return_visits.criticism')} autosize minRows={1} {...form.getInputProps('criticism')} />
        <Textarea
          label={t('return_visits.proposals')}
          autosize
          minRows={1}
          {...form.getInputProps('adoptedProposals')}
        />
        <Demands form={form} />
        <FaultPart form={form} />
        <ReplyPart form={form} />
      </FormFrame>
    </Section>
  );
}
