import { Checkbox, TextInput } from '@mantine/core';
import { channels, channelWords } from '../../matter/words.ts';
import { PagesInput } from '../../matter/pages-input.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { t } from '../../words/words.ts';
import styles from './front-desk.module.css';
import { inPerson, isWritten, onThePhone } from './intake-body.ts';
import type { IntakeForm } from './use-intake.ts';

/** On which line it came in; some have a limit of their own. */
export function Channels({ intake: { values, change } }: { intake: IntakeForm }) {
  return (
    <div>
      <Choices
        label={t('matter.channel')}
        options={channels.map((value) => ({ value, label: channelWords(value) }))}
        value={values.channel}
        onChange={(channel) => channel && change({ channel })}
      />
      {inPerson.has(values.channel) ? (
        <Checkbox
          mt={8}
          label={t('front_desk.in_writing')}
          checked={values.written}
          onChange={(event) => change({ written: event.currentTarget.checked })}
        />
      ) : null}
      {isWritten(values) ? (
        <div className={styles['pages']}>
          <PagesInput value={values.pages} onChange={(pages) => change({ pages })} />
        </div>
      ) : null}
      {onThePhone.has(values.channel) && values.callId === null ? (
        <TextInput
          mt={8}
          w="9rem"
          type="number"
          min={1}
          max={99}
          label={t('front_desk.rings')}
          value={values.rings ?? ''}
          onChange={(event) => change({ rings: Number(event.currentTarget.value) || null })}
        />
      ) : null}
    </div>
  );
}
