import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { PlaceLine } from './place-words.ts';
import { kindWords, placeName } from './place-words.ts';
import styles from './places.module.css';
import { move } from './tree-keys.ts';

type TreeState = {
  open: ReadonlySet<string>;
  toggle: (id: string) => void;
  shown: string | null;
  show: (id: string) => void;
};

/** Estate, building, unit: arrows walk and open it, Enter shows the place. */
export function PlaceTree({
  shown,
  show,
  path,
}: {
  shown: string | null;
  show: (id: string) => void;
  path: readonly string[];
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const roots = pageItems(usePages<PlaceLine>('places', levelOf(null)).data);
  // one estate alone says nothing: what stands in it is what people come for
  const alone = roots.length === 1 ? [roots[0]!.id] : [];
  const open = new Set([...path, ...alone, ...Object.keys(chosen)].filter((id) => chosen[id] ?? true));
  const toggle = (id: string) => setChosen((all) => ({ ...all, [id]: !open.has(id) }));
  return (
    <ul
      role="tree"
      aria-label={t('frame.places')}
      className={styles['tree']}
      onKeyDown={(event) => move(event, open, toggle)}
    >
      <Level parent={null} depth={1} state={{ open, toggle, shown, show }} />
    </ul>
  );
}

const levelOf = (parent: string | null) => ({ about: ['place', 'ticket'] as const, query: { parent, limit: 200 } });

function Level({ parent, depth, state }: { parent: string | null; depth: number; state: TreeState }) {
  const read = usePages<PlaceLine>('places', levelOf(parent));
  if (read.isPending)
    return (
      <li role="none">
        <LoadingLines count={3} />
      </li>
    );
  if (read.error && !read.data)
    return (
      <li role="none">
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      </li>
    );
  const rows = pageItems(read.data);
  if (rows.length === 0 && parent === null)
    return (
      <li role="none">
        <EmptyState title={t('places.none')}>{t('places.none_why')}</EmptyState>
      </li>
    );
  return (
    <>
      {rows.map((row, at) => (
        <Item
          key={row.id}
          row={row}
          depth={depth}
          reachable={state.shown === null && depth === 1 && at === 0}
          state={state}
        />
      ))}
      {read.hasNextPage ? (
        <li role="none">
          <ActionButton
            label={t('list.more')}
            kind="quiet"
            busy={read.isFetchingNextPage}
            onRun={() => void read.fetchNextPage()}
          />
        </li>
      ) : null}
    </>
  );
}

type ItemProps = { row: PlaceLine; depth: number; reachable: boolean; state: TreeState };

/** The item and what stands in it lie side by side, so that its name is its own line and not the whole branch. */
function Item({ row, depth, reachable, state }: ItemProps) {
  const opened = state.open.has(row.id);
  const current = state.shown === row.id;
  const press = (event: React.MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('[data-chevron]')) state.toggle(row.id);
    else state.show(row.id);
  };
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-level={depth}
        aria-expanded={row.below > 0 ? opened : undefined}
        aria-selected={current}
        data-id={row.id}
        tabIndex={current || reachable ? 0 : -1}
        onClick={press}
        className={styles['item']}
        style={{ paddingInlineStart: `${(depth - 1) * 18 + 4}px` }}
      >
        <span className={styles['chevron']} data-chevron={row.below > 0 || undefined} aria-hidden>
          {row.below > 0 ? <Chevron size={16} /> : null}
        </span>
        <span className="sr-only">{`${kindWords(row.kind)} `}</span>
        <span className="cut">{placeName(row)}</span>
        {row.openTickets > 0 ? <span className={styles['count']}>{numberWords(row.openTickets)}</span> : null}
      </div>
      {opened && row.below > 0 ? (
        <ul role="none">
          <Level parent={row.id} depth={depth + 1} state={state} />
        </ul>
      ) : null}
    </li>
  );
}
