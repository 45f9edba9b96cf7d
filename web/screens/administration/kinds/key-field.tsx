import { TextInput } from '@mantine/core';
import { t } from '../../../words/words.ts';

type Props = { value: string; fixed: boolean; change: (key: string) => void };

/** The stable name that rows and other parts go by: chosen once, when the thing is new. */
export function KeyField({ value, fixed, change }: Props) {
  return (
    <TextInput
      label={t('kinds.key')}
      description={t('kinds.key_why')}
      value={value}
      readOnly={fixed}
      maxLength={40}
      error={value === '' || /^[a-z][a-z0-9_]*$/.test(value) ? undefined : t('kinds.key_wrong')}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
