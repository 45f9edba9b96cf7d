import { useParams } from '@tanstack/react-router';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { useHeld, type Held } from '../../../ui/form/known.ts';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.ts';
import { said, t } from '../../../words/words.ts';
import { VersionList } from '../../../ui/version-list.tsx';
import { openOnIt } from '../kinds/versions.tsx';
import { useWrite } from '../../../server/writes.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { Apply } from '../apply.tsx';
import { EffectTable, type Effect } from './effect-table.tsx';
import { BudgetFields } from './budget-fields.tsx';
import { MaterialFields } from './material-fields.tsx';
import { HouseFields } from './house-fields.tsx';
import { MoreOfHouse } from './more-of-house.tsx';
import { CustomerFields } from './customer-fields.tsx';
import { PaperFields } from './paper-fields.tsx';
import { ReportFields } from './report-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import type { KindDefinition, SettingsDefinition, Slot } from './slots.ts';
import { put, slotsOfKind, slotsOfSettings } from './slots.ts';

/** The limits of one kind, or of the house: changed here, tried, and applied as a new version with the reason. */
export function LimitsOf() {
  const { key } = useParams({ from: '/inside/administration/limits/$key' });
  return key === 'house' ? <OfHouse /> : <OfKind kindKey={key} />;
}

function OfKind({ kindKey }: { kindKey: string }) {
  const read = useRead<KindDefinition>(`kinds/${kindKey}`, { about: ['organisation'] });
  const { data } = read;
  return (
    <Frame title={data ? said(data.kind.name) : t('limits.kinds')} version={data?.version} read={read}>
      {data ? <KindEditor key={kindKey} definition={data} /> : null}
    </Frame>
  );
}

function OfHouse() {
  const read = useRead<SettingsDefinition>('settings', { about: ['organisation'] });
  const { data } = read;
  return (
    <Frame title={t('limits.house')} version={data?.version} read={read}>
      {data ? <HouseEditor definition={data} /> : null}
    </Frame>
  );
}

type FrameProps = {
  title: string;
  version: number | undefined;
  read: { isPending: boolean; error: unknown; data: unknown; refetch: () => unknown };
  children: React.ReactNode;
};

function Frame({ title, version, read, children }: FrameProps) {
  return (
    <Page title={title} aside={version === undefined ? null : t('calendars.n_version', { n: version })}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {children}
    </Page>
  );
}

function KindEditor({ definition }: { definition: KindDefinition }) {
  const held = useHeld({ initial: definition.kind, version: definition.version });
  const { value: kind, set: setKind } = held;
  const slots = slotsOfKind(kind);
  return (
    <>
      <Slots
        slots={slots}
        may={definition.can['change'] === null}
        set={(path, limit) => setKind(put(kind, path, limit))}
      />
      <ApplyLimits address={`kinds/${kind.key}`} body={{ kind }} held={held} slots={slots} />
      <VersionList rows={definition.versions} more={[openOnIt]} />
    </>
  );
}

function HouseEditor({ definition }: { definition: SettingsDefinition }) {
  const held = useHeld({ initial: definition.settings, version: definition.version });
  const { value: settings, set: setSettings } = held;
  const slots = slotsOfSettings(settings);
  const back = useWrite<number, { settings: Settings }>({
    send: (version) => api.get<{ settings: Settings }>(`settings/versions/${version}`),
    done: (former, version) => {
      setSettings(former.settings);
      say(t('kinds.put_back_done', { n: version }));
    },
  });
  const may = definition.can['change'] === null;
  return (
    <>
      <Slots slots={slots} may={may} set={(path, limit) => setSettings(put(settings, path, limit))} />
      <HouseFields settings={settings} change={setSettings} may={may} />
      {may ? <ReportFields settings={settings} change={setSettings} /> : null}
      {may ? <CustomerFields settings={settings} change={setSettings} /> : null}
      {may ? <PaperFields settings={settings} change={setSettings} /> : null}
      {may ? <BudgetFields settings={settings} change={setSettings} /> : null}
      {may ? <MaterialFields settings={settings} change={setSettings} /> : null}
      {may ? <MoreOfHouse settings={settings} change={setSettings} /> : null}
      <ApplyLimits address="settings" body={{ settings }} held={held} slots={slots} />
      <VersionList rows={definition.versions} putBack={may ? ({ version }) => void back.run(version) : undefined} />
    </>
  );
}

type ApplyLimitsProps<Value> = {
  address: string;
  body: Record<string, unknown>;
  held: Held<Value>;
  slots: readonly Slot[];
};

function ApplyLimits<Value>({ address, body, held, slots }: ApplyLimitsProps<Value>) {
  return (
    <Apply<Effect>
      address={address}
      body={body}
      held={held}
      changes={['organisation']}
      previewFirst={t('limits.preview_first')}
      applied={(n) => t('limits.applied', { n })}
      show={(effect) => <EffectTable effect={effect} slots={slots} />}
      refused={(effect) => (effect.faults.length > 0 ? t('limits.faulty') : null)}
    />
  );
}

function Slots(props: { slots: Slot[]; may: boolean; set: (path: string, limit: Slot['limit']) => void }) {
  const { slots, may, set } = props;
  return (
    <Section title={t('administration.limits')}>
      {slots.length === 0 ? <p className="dim">{t('limits.none')}</p> : null}
      {slots.map(({ path, title, limit }) => (
        <LimitFields key={path} title={title} limit={limit} may={may} change={(next) => set(path, next)} />
      ))}
    </Section>
  );
}
