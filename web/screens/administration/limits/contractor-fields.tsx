import { NativeSelect } from '@mantine/core';
import { CHECK_INTERVALS } from '../../../../src/contractor/contractor.ts';
import { untranslated } from '../../../../src/kernel/words.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import { freshKey } from '../kinds/kind-words.ts';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };
type Service = NonNullable<Settings['contractorServices']>[number];

const keysOf = (all: readonly { key: string }[]) => all.map(({ key }) => key);
const newPoint = (points: readonly { key: string }[]) => ({
  key: freshKey('point', keysOf(points)),
  name: untranslated(t('limits.contractor_point_new')),
});

/** Services of contractors, how often each is checked, and what a check looks at. */
export function ContractorFields({ settings, change }: Props) {
  const { contractorServices = [] } = settings;
  return (
    <Section title={t('limits.contractor_services')} aside={t('limits.contractor_services_why')}>
      <ListEditor<Service>
        items={contractorServices}
        change={(next) => change({ ...settings, contractorServices: next })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{
          label: t('limits.contractor_service_add'),
          make: () => ({
            key: freshKey('service', keysOf(contractorServices)),
            name: untranslated(t('limits.contractor_service_new')),
            every: 'month',
            points: [newPoint([])],
          }),
        }}
      >
        {(one, set) => <ServiceFields one={one} change={set} />}
      </ListEditor>
    </Section>
  );
}

function ServiceFields({ one, change }: { one: Service; change: (one: Service) => void }) {
  return (
    <>
      <NameFields label={t('posts.name')} value={one.name} change={(name) => change({ ...one, name })} />
      <NativeSelect
        label={t('contractors.every')}
        data={CHECK_INTERVALS.map((value) => ({ value, label: t(`contractors.every_${value}`) }))}
        value={one.every}
        onChange={(event) => change({ ...one, every: event.currentTarget.value as Service['every'] })}
      />
      <h3>{t('limits.contractor_points')}</h3>
      <ListEditor<Service['points'][number]>
        items={one.points}
        change={(points) => change({ ...one, points })}
        nameOf={(point) => said(point.name)}
        keyOf={(point) => point.key}
        add={{ label: t('limits.contractor_point_add'), make: () => newPoint(one.points) }}
      >
        {(point, set) => (
          <NameFields label={t('posts.name')} value={point.name} change={(name) => set({ ...point, name })} />
        )}
      </ListEditor>
    </>
  );
}
