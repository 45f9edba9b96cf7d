import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { WHOM } from '../../../src/custodian/custodian.ts';
import type { ProposalView } from '../../../src/custodian/view.ts';
import { kinds, kindWords } from '../customers/customers.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import styles from './custodians.module.css';
import { classOptions, useClasses, useCustodians } from './data.ts';
import { Proposal } from './proposal.tsx';

type Values = { whom: (typeof WHOM)[number]; class: string; kind: string; people: string[] };

const first: Values = { whom: 'without', class: '', kind: '', people: [] };

/** Whom to give among whom; looked at as it would be, altered, and then done. */
export function ProposeDistribution() {
  const [shown, show] = useState<ProposalView | null>(null);
  const draft = useDraftForm<Values, ProposalView>({
    subject: 'custodian_distribution/propose',
    initial: first,
    send: ({ whom, class: of, kind, people }, options) =>
      api.post(
        'custodian-distributions/propose',
        {
          whom,
          ...(of ? { class: of } : {}),
          ...(kind ? { kind } : {}),
          ...(people.length > 0 ? { people } : {}),
        },
        options,
      ),
    done: show,
  });
  return (
    <Page title={t('custodians.propose')}>
      <Go to="/custodians" search={{ view: 'people' }}>
        {t('custodians.view_people')}
      </Go>
      <FormFrame draft={draft} submit={t('custodians.preview')}>
        <p className="dim">{t('custodians.preview_why')}</p>
        <Fields form={draft.form} />
      </FormFrame>
      {shown ? <Proposal key={JSON.stringify(shown)} proposal={shown} whom={draft.form.values.whom} /> : null}
    </Page>
  );
}

function Fields({ form }: { form: ReturnType<typeof useDraftForm<Values>>['form'] }) {
  const classes = useClasses();
  const { data } = useCustodians();
  const all = { value: '', label: t('custodians.all_of_them') };
  const { people } = form.values;
  const tick = (id: string, on: boolean) =>
    form.setFieldValue('people', on ? [...people, id] : people.filter((one) => one !== id));
  return (
    <>
      <div className={styles['fields']}>
        <NativeSelect
          label={t('custodians.whom')}
          data={WHOM.map((value) => ({ value, label: t(`custodians.whom_${value}`) }))}
          {...form.getInputProps('whom')}
        />
        <NativeSelect
          label={t('custodians.class')}
          data={[all, ...classOptions(classes)]}
          {...form.getInputProps('class')}
        />
        <NativeSelect
          label={t('customers.kind')}
          data={[all, ...kinds.map((value) => ({ value, label: kindWords(value) }))]}
          {...form.getInputProps('kind')}
        />
      </div>
      <Section title={t('custodians.among')} aside={people.length === 0 ? t('custodians.all_of_them') : null}>
        <div className={styles['acts']}>
          {(data?.items ?? []).map(({ person }) => (
            <Checkbox
              key={person.id}
              label={person.name}
              checked={people.includes(person.id)}
              onChange={(event) => tick(person.id, event.currentTarget.checked)}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
