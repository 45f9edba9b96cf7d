import { Checkbox } from '@mantine/core';
import { t } from '../../../words/words.ts';

type AskedAnew = { anew?: true | undefined };

/** Whether a field or a signed step is asked for anew after a ticket was opened again. */
export function Anew<Of extends AskedAnew>({ of, set }: { of: Of; set: (of: Of) => void }) {
  return (
    <Checkbox
      label={t('kinds.anew')}
      description={t('kinds.anew_why')}
      checked={of.anew === true}
      onChange={({ currentTarget: { checked } }) => {
        const { anew: _, ...rest } = of;
        set((checked ? { ...rest, anew: true } : rest) as Of);
      }}
    />
  );
}
