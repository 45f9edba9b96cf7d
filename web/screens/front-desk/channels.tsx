import { Checkbox } from '@mantine/core';
import { channels, channelWords } from '../../matter/words.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { t } from '../../words/words.ts';
import type { IntakeForm } from './use-intake.ts';

/** In person something may be handed over in writing; by letter it always is. */
const inPerson = new Set(['counter', 'visit']);

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
    </div>
  );
}
