import { Kbd, Switch } from '@mantine/core';
import { Dialog } from '../ui/dialog.tsx';
import type { Key } from '../ui/keys.ts';
import { groupsOfKeys, keyCap, letterKeys, registered, setLetterKeys } from '../ui/keys.ts';
import { useStore } from '../ui/store.ts';
import { t } from '../words/words.ts';
import styles from './key-help.module.css';

/** Every key that does something now, by where it belongs, and the switch that turns single letters off. */
export function KeyHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const keys = useStore(registered);
  const letters = useStore(letterKeys);
  return (
    <Dialog opened={opened} close={close} title={t('keys.title')} size="lg">
      <div className={styles['groups']}>
        {groupsOfKeys.map((group) => (
          <Group key={group} title={t(`keys.${group}`)} keys={keys.filter((one) => one.group === group)} />
        ))}
      </div>
      <Switch
        mt="lg"
        checked={letters}
        onChange={(event) => setLetterKeys(event.currentTarget.checked)}
        label={t('keys.letters')}
        description={t('keys.letters_why')}
      />
    </Dialog>
  );
}

function Group({ title, keys }: { title: string; keys: readonly Key[] }) {
  const byLabel = Map.groupBy(keys, (one) => one.label);
  if (byLabel.size === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <dl className={styles['keys']}>
        {[...byLabel].map(([label, same]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {[...new Set(same.map((one) => one.key))].map((key) => (
                <Kbd key={key}>{keyCap(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
