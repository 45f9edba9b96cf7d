import { Checkbox } from '@mantine/core';
import { t } from '../../../words/words.ts';

type FlagProps<Name extends string, Of> = {
  of: Of;
  name: Name;
  set: (of: Of) => void;
  label: string;
  description?: string;
};

/** A tick for what a definition says or leaves out: unticked, it is left out. */
export function Flag<Name extends string, Of extends { [Each in Name]?: boolean | undefined }>({
  of,
  name,
  set,
  ...words
}: FlagProps<Name, Of>) {
  return (
    <Checkbox
      {...words}
      checked={of[name] === true}
      onChange={({ currentTarget: { checked } }) => {
        const { [name]: _, ...rest } = of;
        set((checked ? { ...rest, [name]: true } : rest) as unknown as Of);
      }}
    />
  );
}

/** Whether a field, an approval or a signed step is asked for anew after a ticket was opened again. */
export function Anew<Of extends { anew?: true | undefined }>({ of, set }: { of: Of; set: (of: Of) => void }) {
  return <Flag of={of} name="anew" set={set} label={t('kinds.anew')} description={t('kinds.anew_why')} />;
}
