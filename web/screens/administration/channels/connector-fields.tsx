import { NativeSelect, TextInput } from '@mantine/core';
import { CHANNELS } from '../../../../src/kernel/channels.ts';
import { channelWords } from '../../../matter/words.ts';
import { t } from '../../../words/words.ts';
import type { FieldsProps } from './fields.ts';

/** Where a connector listens for answers, and as what its messages count. */
export function ConnectorFields({ form }: FieldsProps) {
  return (
    <>
      <TextInput
        label={t('channels.url')}
        description={t('channels.url_why')}
        type="url"
        required
        maxLength={500}
        {...form.getInputProps('settings.url')}
      />
      <NativeSelect
        label={t('channels.touch')}
        description={t('channels.touch_why')}
        data={CHANNELS.map((value) => ({ value, label: channelWords(value) }))}
        {...form.getInputProps('settings.touch')}
      />
    </>
  );
}
