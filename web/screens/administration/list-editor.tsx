import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { Fold } from './fold.tsx';
import styles from './list-editor.module.css';

type ListEditorProps<Item> = {
  items: readonly Item[];
  change: (items: Item[]) => void;
  /** What one is called; it names its group and its buttons. */
  nameOf: (item: Item) => string;
  keyOf: (item: Item, at: number) => string;
  /** Makes one more; left out: nothing can be added. */
  add?: { label: string; make: () => Item };
  /** What is wrong with one, in words. */
  wrong?: (item: Item) => readonly string[];
  children: (item: Item, change: (item: Item) => void) => ReactNode;
};

/** Things in an order, each folded to its name: opened, moved, taken away, and one more at the end. */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { items, change, nameOf, keyOf, add, wrong, children } = props;
  const replace = (at: number, item: Item) => change(items.map((one, other) => (other === at ? item : one)));
  const swap = (at: number, to: number) => {
    const next = [...items];
    [next[at], next[to]] = [next[to]!, next[at]!];
    change(next);
  };
  return (
    <div className={styles['list']}>
      {items.map((item, at) => {
        const name = nameOf(item);
        return (
          <div key={keyOf(item, at)} className={styles['item']} role="group" aria-label={name}>
            <Member name={name} faults={wrong?.(item) ?? []}>
              {children(item, (next) => replace(at, next))}
            </Member>
            <div className={styles['buttons']}>
              <Small label={t('kinds.up', { name })} icon={IconArrowUp} off={at === 0} run={() => swap(at, at - 1)} />
              <Small
                label={t('kinds.down', { name })}
                icon={IconArrowDown}
                off={at === items.length - 1}
                run={() => swap(at, at + 1)}
              />
              <Small
                label={t('kinds.remove', { name })}
                icon={IconX}
                run={() => change(items.filter((_, other) => other !== at))}
              />
            </div>
          </div>
        );
      })}
      {add ? (
        <div>
          <ActionButton label={add.label} icon={IconPlus} kind="quiet" onRun={() => change([...items, add.make()])} />
        </div>
      ) : null}
    </div>
  );
}

type MemberProps = { name: string; faults: readonly string[]; children: ReactNode };

/** Open from the first where something is wrong; what is wrong is seen when it is folded, too. */
function Member({ name, faults, children }: MemberProps) {
  return (
    <div>
      <Fold className={styles['body']} summary={<summary>{name}</summary>} opened={faults.length > 0}>
        {children}
      </Fold>
      {faults.map((fault) => (
        <p key={fault} className={styles['wrong']} role="alert">
          {fault}
        </p>
      ))}
    </div>
  );
}

type SmallProps = { label: string; icon: typeof IconX; off?: boolean; run: () => void };

function Small({ label, icon, off = false, run }: SmallProps) {
  return (
    <ActionButton
      label={label}
      icon={icon}
      kind="quiet"
      iconOnly
      refused={off ? t('kinds.at_the_end') : null}
      onRun={run}
    />
  );
}
