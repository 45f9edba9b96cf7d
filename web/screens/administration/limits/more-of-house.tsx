import { Textarea, TextInput } from '@mantine/core';
import type { ToWhom } from '../../../../src/commitment/rule.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { whomWords } from '../../../ui/clock/words.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import { NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { LadderFields, everyWhom } from './ladder-fields.tsx';
import own from './limits.module.css';

type Props = { settings: Settings; change: (settings: Settings) => void };

/** What else holds for the house: grades of complaints and who hears of them, the ladder of promises, words never said. */
export function MoreOfHouse({ settings, change }: Props) {
  return (
    <>
      <Section title={t('limits.severities')}>
        {settings.severities.map((severity, at) => {
          const set = (next: Partial<typeof severity>) =>
            change({
              ...settings,
              severities: settings.severities.map((one, other) => (other === at ? { ...one, ...next } : one)),
            });
          return (
            <fieldset key={severity.key} className={own['limit']}>
              <legend>{said(severity.name)}</legend>
              <NameFields label={t('posts.name')} value={severity.name} change={(name) => set({ name })} />
              <Ticks<ToWhom>
                label={t('limits.hears_at_once')}
                options={everyWhom.map((one) => ({ value: one, label: whomWords(one) }))}
                value={severity.tell}
                change={(tell) => set({ tell })}
              />
            </fieldset>
          );
        })}
      </Section>
      <Section title={t('limits.promise_ladder')}>
        <LadderFields
          ladder={settings.promiseLadder}
          change={(promiseLadder) => change({ ...settings, promiseLadder })}
        />
      </Section>
      <Section title={t('limits.never_said')}>
        <NeverSaid settings={settings} change={change} />
      </Section>
    </>
  );
}

function NeverSaid({ settings, change }: Props) {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const keep = (text: string) => {
    const { keepLooksDays: _, ...rest } = settings;
    change(text === '' ? rest : { ...rest, keepLooksDays: Number(text) });
  };
  return (
    <>
      <Textarea
        label={t('limits.never_said')}
        description={t('limits.never_said_why')}
        autosize
        minRows={3}
        maxRows={12}
        defaultValue={(settings.neverSaid ?? []).join('\n')}
        onBlur={(event) => change({ ...settings, neverSaid: lines(event.currentTarget.value) })}
      />
      <Textarea
        label={t('limits.never_promised')}
        description={t('limits.never_promised_why')}
        autosize
        minRows={3}
        maxRows={12}
        defaultValue={(settings.neverPromised ?? []).join('\n')}
        onBlur={(event) => change({ ...settings, neverPromised: lines(event.currentTarget.value) })}
      />
      <Textarea
        label={t('limits.exaggerations')}
        description={t('limits.exaggerations_why')}
        autosize
        minRows={3}
        maxRows={12}
        defaultValue={(settings.exaggerations ?? []).join('\n')}
        onBlur={(event) => change({ ...settings, exaggerations: lines(event.currentTarget.value) })}
      />
      <TextInput
        type="number"
        min={180}
        max={3650}
        label={t('limits.keep_looks')}
        description={t('limits.keep_looks_why')}
        value={settings.keepLooksDays === undefined ? '' : String(settings.keepLooksDays)}
        onChange={(event) => keep(event.currentTarget.value)}
      />
    </>
  );
}
