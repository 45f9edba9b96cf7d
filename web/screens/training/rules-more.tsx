import type { Training } from '../../../src/training/view.ts';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

type RulesOf = NonNullable<Training['rules']>;

/** Which steps a new member of a post walks. */
export function RulePaths({ rules: { paths } }: { rules: RulesOf }) {
  if (paths.length === 0) return null;
  return (
    <Section title={t('training.view_paths')}>
      <Table
        label={t('training.view_paths')}
        rows={paths}
        rowId={(row) => row.key}
        columns={[
          { key: 'name', label: t('training.path'), cell: (row) => said(row.name) },
          { key: 'within', label: t('training.within'), cell: (row) => t('training.days', { count: row.withinDays }) },
          {
            key: 'steps',
            label: t('training.steps'),
            cell: (row) => (
              <ol>
                {row.steps.map((step) => (
                  <li key={step.key}>{said(step.name)}</li>
                ))}
              </ol>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Which levels a skill has, and which is needed. */
export function RuleSkills({ rules: { skills, courses } }: { rules: RulesOf }) {
  if (skills.length === 0) return null;
  return (
    <Section title={t('training.skills')}>
      <Table
        label={t('training.skills')}
        rows={skills}
        rowId={(row) => row.key}
        columns={[
          { key: 'name', label: t('training.skill'), cell: (row) => said(row.name) },
          {
            key: 'levels',
            label: t('training.levels'),
            cell: (row) => listWords(row.levels.map((name, at) => `${at + 1} ${said(name)}`)),
          },
          { key: 'needed', label: t('training.needed'), cell: (row) => row.needed },
          {
            key: 'course',
            label: t('training.closes_gap'),
            cell: (row) => said(courses.find(({ key }) => key === row.course)!.name),
          },
        ]}
      />
    </Section>
  );
}
