import { Select, Textarea, TextInput } from '@mantine/core';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';
import styles from './surveys.module.css';

type Values = {
  aim: string;
  percent: string;
  issueOn: string;
  statisticianId: string | null;
  distributorId: string | null;
  collectorId: string | null;
};

/** What a plan says already, or what one usually says. */
function initialOf({ plans: [plan], suggested, definition }: Survey): Values {
  return {
    aim: plan?.aim ?? said(definition.aim),
    percent: String(plan?.percent ?? definition.receivers.leastPercent),
    issueOn: plan?.issueOn ?? suggested.issueOn,
    statisticianId: plan?.statistician.id ?? suggested.statistician?.id ?? null,
    distributorId: plan?.distributor.id ?? suggested.distributor?.id ?? null,
    collectorId: plan?.collector.id ?? suggested.collector?.id ?? null,
  };
}

const PERSONS = ['statistician', 'distributor', 'collector'] as const;

/** Aim, how many are asked, day and persons. */
export function PlanForm({ survey, done }: { survey: Survey; done: () => void }) {
  const { people } = useDesk();
  const least = survey.definition.receivers.leastPercent;
  const draft = useDraftForm<Values>({
    subject: `survey/${survey.id}/plan`,
    initial: initialOf(survey),
    check: ({ aim, percent, issueOn, ...who }) => ({
      aim: aim.trim() ? null : t('surveys.aim_needed'),
      percent: Number(percent) >= least && Number(percent) <= 100 ? null : t('surveys.percent_needed', { least }),
      issueOn: issueOn ? null : t('surveys.day_needed'),
      ...Object.fromEntries(PERSONS.map((one) => [`${one}Id`, who[`${one}Id`] ? null : t('surveys.person_needed')])),
    }),
    send: ({ percent, ...rest }, options) =>
      api.post(
        `surveys/${survey.id}/plan`,
        { ...rest, percent: Number(percent), seen: survey.plans[0]?.version ?? 0 },
        options,
      ),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.planned'));
      done();
    },
  });
  const { form } = draft;
  return (
    <Section title={t('surveys.plan')}>
      <FormFrame draft={draft} submit={t('surveys.put_up')}>
        <Textarea label={t('surveys.aim')} required autosize minRows={2} {...form.getInputProps('aim')} />
        <div className={styles['fields']}>
          <TextInput
            type="number"
            label={t('surveys.percent')}
            description={t('surveys.percent_why', { least })}
            min={least}
            max={100}
            required
            {...form.getInputProps('percent')}
          />
          <TextInput
            type="date"
            label={t('surveys.issue_on')}
            description={t('surveys.issue_why')}
            required
            {...form.getInputProps('issueOn')}
          />
        </div>
        <div className={styles['fields']}>
          {PERSONS.map((one) => (
            <Select
              key={one}
              label={t(`surveys.${one}`)}
              required
              searchable
              data={peopleOptions(people)}
              {...form.getInputProps(`${one}Id`)}
            />
          ))}
        </div>
      </FormFrame>
    </Section>
  );
}
