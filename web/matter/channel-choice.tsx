import { Choices } from '../ui/form/choices.tsx';
import { t } from '../words/words.ts';
import type { Channel } from '../../src/kernel/channels.ts';
import { channels, channelWords } from './words.ts';

/** The ways on which something can be said to a customer: the lines are for calling in. */
const outward = channels.filter((channel) => !channel.endsWith('_line'));

/** How it was said. */
export function ChannelChoice({ value, onChange }: { value: Channel; onChange: (channel: Channel) => void }) {
  return (
    <Choices
      label={t('matter.said_by')}
      options={outward.map((channel) => ({ value: channel, label: channelWords(channel) }))}
      value={value}
      onChange={(channel) => channel && onChange(channel)}
    />
  );
}
