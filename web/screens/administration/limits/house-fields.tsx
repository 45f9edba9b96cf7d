import { Checkbox, TextInput } from '@mantine/core';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { Facts, Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import { RepetitionFields } from '../../quality/repetition-fields.tsx';
import styles from '../administration.module.css';
import { LengthFields } from './length-fields.tsx';
import { lengthSaid } from './limit-words.ts';
import own from './limits.module.css';

type Props = { settings: Settings; change: (settings: Settings) => void; may: boolean };

/** What belongs to no limit: how long a clock may stand still for each reason, quiet hours, time to take back. */
export function HouseFields({ settings, change, may }: Props) {
  return (
    <>
      <Section title={t('limits.pauses')}>
        {settings.pauses.map((pause, at) => (
          <fieldset key={pause.key} className={own['limit']}>
            <legend>{said(pause.name)}</legend>
            {may ? (
              <LengthFields
                title={said(pause.name)}
                text={pause.longest}
                exact
                change={(longest) =>
                  change({
                    ...settings,
                    pauses: settings.pauses.map((one, other) => (other === at ? { ...one, longest } : one)),
                  })
                }
              />
            ) : (
              <p>{lengthSaid(pause.longest)}</p>
            )}
          </fieldset>
        ))}
      </Section>
      <RepetitionFields settings={settings} change={change} may={may} />
      <Section title={t('limits.quiet')}>
        {may ? <Quiet settings={settings} change={change} /> : <QuietSaid settings={settings} />}
      </Section>
    </>
  );
}

function QuietSaid({ settings }: { settings: Settings }) {
  const { quietHours, undoSeconds } = settings;
  return (
    <Facts
      lines={[
        { label: t('limits.quiet'), value: quietHours ? `${quietHours.from}–${quietHours.to}` : t('limits.no_quiet') },
        { label: t('limits.undo_seconds'), value: undoSeconds },
      ]}
    />
  );
}

function Quiet({ settings, change }: Omit<Props, 'may'>) {
  const { quietHours } = settings;
  const usual = { from: '22:00', to: '07:00', except: ['emergency' as const] };
  return (
    <div className={styles['stack']}>
      <Checkbox
        size="md"
        label={t('limits.quiet_on')}
        description={t('limits.quiet_why')}
        checked={quietHours !== null}
        onChange={(event) => change({ ...settings, quietHours: event.currentTarget.checked ? usual : null })}
      />
      <div className={styles['fields']}>
        {quietHours ? (
          <>
            <TextInput
              label={t('limits.quiet_from')}
              maxLength={5}
              value={quietHours.from}
              onChange={(event) =>
                change({ ...settings, quietHours: { ...quietHours, from: event.currentTarget.value } })
              }
            />
            <TextInput
              label={t('limits.quiet_to')}
              maxLength={5}
              value={quietHours.to}
              onChange={(event) =>
                change({ ...settings, quietHours: { ...quietHours, to: event.currentTarget.value } })
              }
            />
          </>
        ) : null}
        <TextInput
          type="number"
          min={0}
          max={60}
          label={t('limits.undo_seconds')}
          value={String(settings.undoSeconds)}
          onChange={(event) => change({ ...settings, undoSeconds: Number(event.currentTarget.value) })}
        />
      </div>
    </div>
  );
}
