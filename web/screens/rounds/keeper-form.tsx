import { NativeSelect } from '@mantine/core';
import { useDesk } from '../../matter/kinds.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { api } from '../../server/api.ts';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Plan } from './plan.ts';
import styles from './rounds.module.css';

/** One person answers for a checklist by name, or nobody does and its post walks it. Who was named before stays readable. */
export function KeeperForm({ plan, done }: { plan: Plan; done: () => void }) {
  const { people } = useDesk();
  const draft = useDraftForm<{ personId: string }>({
    subject: `round_plan/${plan.id}/keeper`,
    initial: { personId: plan.keeper?.id ?? '' },
    check: () => ({}),
    send: ({ personId }, options) => api.put(`round-plans/${plan.key}/keeper`, { personId: personId || null }, options),
    changes: () => ['organisation', 'round', 'commitment'],
    done,
  });
  return (
    <FormFrame draft={draft} submit={t('rounds.name_keeper')}>
      <p className="dim">{t('rounds.keeper_from_now')}</p>
      <NativeSelect
        label={said(plan.content.name)}
        {...draft.form.getInputProps('personId')}
        data={[
          { value: '', label: t('rounds.whoever_at_post') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {plan.keepers.length > 0 ? (
        <section aria-label={t('rounds.keepers_before')}>
          <h3 className={styles['heading']}>{t('rounds.keepers_before')}</h3>
          <ul>
            {plan.keepers.map(({ person, by, at }) => (
              <li key={at}>
                {t('rounds.keeper_line', {
                  name: person?.name ?? t('rounds.whoever_at_post'),
                  by: by.name,
                  when: absolute(at),
                })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </FormFrame>
  );
}
