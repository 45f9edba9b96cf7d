import { IconAt } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { Suspense, useState } from 'react';
import { later } from '../routes/later.ts';
import { ActionButton } from '../ui/action-button.tsx';
import type { Picked } from '../ui/form/async-picker.tsx';
import { t } from '../words/words.ts';
import type { ColleaguePickerProps } from './colleague-picker.tsx';

const ColleaguePicker = later<ColleaguePickerProps>(() =>
  import('./colleague-picker.tsx').then((file) => file.ColleaguePicker),
);

type MentionSpec = {
  /** What the note is about, as an address. */
  at: string;
  field: RefObject<HTMLTextAreaElement | null>;
  offered: boolean;
  /** The text with the name in it, and whose it is. */
  add: (text: string, who: Picked) => void;
};

type Mention = {
  props: { onKeyDown?: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void };
  picker: ReactNode;
  button: ReactNode | null;
};

/** Names a colleague in a note: `@` in the text, or the button, opens a field that finds him by name or pinyin. */
export function useMention({ at: about, field, offered, add }: MentionSpec): Mention {
  const [at, setAt] = useState<number | null>(null);
  if (!offered) return { props: {}, picker: null, button: null };
  const begin = () => setAt(field.current?.selectionStart ?? 0);
  const back = () => {
    setAt(null);
    field.current?.focus();
  };
  const pick = (who: Picked) => {
    const text = field.current?.value ?? '';
    const where = at ?? text.length;
    add(`${text.slice(0, where)}@${who.label} ${text.slice(where)}`, who);
    back();
  };
  return {
    props: {
      onKeyDown: (event) => {
        if (event.key !== '@' || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        begin();
      },
    },
    button: <ActionButton label={t('put_off.mention')} icon={IconAt} kind="quiet" onRun={begin} />,
    picker:
      at === null ? null : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape inside the field gives it back to the text
        <div onKeyDown={(event) => event.key === 'Escape' && back()}>
          <Suspense fallback={null}>
            <ColleaguePicker
              at={about}
              label={t('put_off.mention_whom')}
              autoFocus
              value={null}
              onChange={(who) => who && pick(who)}
            />
          </Suspense>
        </div>
      ),
  };
}

/** Of those picked, whoever is still named in the text: taken out of it again, he is not named. */
export const stillNamed = (text: string, mentions: readonly Picked[]): string[] =>
  mentions.filter((one) => text.includes(`@${one.label}`)).map((one) => one.id);
