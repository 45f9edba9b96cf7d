import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { CHECK_PERIODS, REGISTERS } from '../../../src/spot-check/plan.ts';
import { useDesk } from '../../matter/kinds.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { said, t } from '../../words/words.ts';
import { LimitFields } from '../administration/limits/limit-fields.tsx';
import { NameFields } from '../administration/names-fields.tsx';
import { usePostsRead } from '../administration/people/people.ts';
import type { Plan } from './answers.ts';
import { CriteriaFields } from './criteria-fields.tsx';
import { sizeWords } from './plans.tsx';
import styles from './quality.module.css';

type Props = { plan: Plan; change: (plan: Plan) => void; may: boolean };

/** What a plan says: what is drawn, how many, how often, by whom, by when, and the lines of the sheet. */
export function PlanFields({ plan, change, may }: Props) {
  if (!may) return <PlanFacts plan={plan} />;
  return (
    <>
      <Section title={t('quality.what_drawn')}>
        <NameFields label={t('quality.plan_name')} value={plan.name} change={(name) => change({ ...plan, name })} />
        <div className={styles['fields']}>
          <NativeSelect
            label={t('quality.draws')}
            value={plan.draws}
            onChange={(event) => change(drawing(plan, event.currentTarget.value as Plan['draws']))}
            data={REGISTERS.map((value) => ({ value, label: t(`quality.draws_${value}`) }))}
          />
          <NativeSelect
            label={t('quality.how_often')}
            value={plan.period}
            onChange={(event) => change({ ...plan, period: event.currentTarget.value as Plan['period'] })}
            data={CHECK_PERIODS.map((value) => ({ value, label: t(`quality.each_${value}`) }))}
          />
          <PostSelect plan={plan} change={change} />
          <SizeFields size={plan.size} change={(size) => change({ ...plan, size })} />
        </div>
        {plan.draws === 'tickets' ? <KindBoxes plan={plan} change={change} /> : null}
        <LimitFields title={t('quality.limit')} limit={plan.limit} change={(limit) => change({ ...plan, limit })} may />
        <Checkbox
          label={t('quality.give_up')}
          checked={plan.closed}
          onChange={(event) => change({ ...plan, closed: event.currentTarget.checked })}
        />
      </Section>
      <CriteriaFields criteria={plan.criteria} change={(criteria) => change({ ...plan, criteria })} />
    </>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  return (
    <>
      <Facts
        lines={[
          { label: t('quality.draws'), value: t(`quality.draws_${plan.draws}`) },
          { label: t('quality.size'), value: sizeWords(plan.size) },
          { label: t('quality.how_often'), value: t(`quality.each_${plan.period}`) },
          { label: t('quality.lines'), value: plan.criteria.map(({ name }) => said(name)).join(' · ') },
        ]}
      />
      <LimitFields title={t('quality.limit')} limit={plan.limit} change={() => {}} may={false} />
    </>
  );
}

/** Kinds are chosen of tickets only. */
function drawing(plan: Plan, draws: Plan['draws']): Plan {
  const { kinds: _, ...others } = plan;
  return { ...others, draws };
}

type Part = Omit<Props, 'may'>;

function PostSelect({ plan, change }: Part) {
  const posts = usePostsRead().data?.items.filter((post) => !post.closed) ?? [];
  const names = new Map(posts.map((post) => [post.key, said(post.name)]));
  if (!names.has(plan.post)) names.set(plan.post, plan.post);
  return (
    <NativeSelect
      label={t('quality.post')}
      value={plan.post}
      onChange={(event) => change({ ...plan, post: event.currentTarget.value })}
      data={[...names].map(([value, label]) => ({ value, label }))}
    />
  );
}

type SizeProps = { size: Plan['size']; change: (size: Plan['size']) => void };

function SizeFields({ size, change }: SizeProps) {
  const way = 'count' in size ? 'count' : 'share';
  return (
    <>
      <NativeSelect
        label={t('quality.size')}
        value={way}
        onChange={(event) => change(event.currentTarget.value === 'count' ? { count: 5 } : { percent: 10, atLeast: 5 })}
        data={(['count', 'share'] as const).map((value) => ({ value, label: t(`quality.size_by_${value}`) }))}
      />
      {'count' in size ? (
        <Whole label={t('quality.count')} value={size.count} most={500} change={(count) => change({ count })} />
      ) : (
        <>
          <Whole
            label={t('quality.percent')}
            value={size.percent}
            most={100}
            change={(percent) => change({ ...size, percent })}
          />
          <Whole
            label={t('quality.at_least')}
            value={size.atLeast}
            most={500}
            change={(atLeast) => change({ ...size, atLeast })}
          />
        </>
      )}
    </>
  );
}

type WholeProps = { label: string; value: number; most: number; change: (value: number) => void };

function Whole({ label, value, most, change }: WholeProps) {
  return (
    <TextInput
      type="number"
      label={label}
      min={1}
      max={most}
      value={String(value)}
      onChange={(event) => change(Math.min(most, Math.max(1, Math.round(Number(event.currentTarget.value)) || 1)))}
    />
  );
}

function KindBoxes({ plan, change }: Part) {
  const { items } = useDesk();
  const { kinds, ...others } = plan;
  const set = (chosen: string[]) => change(chosen.length === 0 ? others : { ...others, kinds: chosen });
  return (
    <Checkbox.Group label={t('quality.kinds')} description={t('quality.kinds_all')} value={kinds ?? []} onChange={set}>
      <div className={styles['fields']}>
        {items.map(({ key, name }) => (
          <Checkbox key={key} value={key} label={said(name)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
