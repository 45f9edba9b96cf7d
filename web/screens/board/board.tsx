import { IconDeviceTv, IconMaximize } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { BoardAnswer } from './board.ts';
import { Decisions } from './decisions.tsx';
import { Departments } from './departments.tsx';
import { ScreenAddress } from './screen-address.tsx';
import { Numbers } from './numbers.tsx';
import { SetAsideClocks } from './set-aside.tsx';
import { Wall } from './wall.tsx';

/** What matters now in the whole centre: four numbers, the departments by load, and what waits for a decision. */
export function Board() {
  const [wall, setWall] = useState(false);
  const [address, setAddress] = useState(false);
  const board = useRead<BoardAnswer>('board', {
    about: ['ticket', 'work_order', 'commitment', 'clock', 'person', 'duty'],
  });
  const { data } = board;
  if (wall && data) return <Wall board={data} leave={() => setWall(false)} />;
  return (
    <Page
      title={t('frame.board')}
      aside={data ? <When at={data.now} /> : null}
      actions={
        <>
          <ActionButton label={t('board.screen')} icon={IconDeviceTv} onRun={() => setAddress(true)} />
          <ActionButton
            label={t('board.wall')}
            icon={IconMaximize}
            hotkey="f"
            refused={data ? null : board.error ? problemWords(board.error) : t('problem.loading')}
            onRun={() => setWall(true)}
          />
        </>
      }
    >
      <ScreenAddress opened={address} close={() => setAddress(false)} />
      {data ? <Parts board={data} /> : null}
      {board.isPending ? <LoadingLines count={14} height={28} /> : null}
      {board.error && !data ? <ErrorState problem={board.error} retry={() => void board.refetch()} /> : null}
    </Page>
  );
}

function Parts({ board }: { board: BoardAnswer }) {
  return (
    <div>
      <Numbers board={board} />
      <Departments rows={board.departments} />
      <Decisions rows={board.decisions} more={board.moreDecisions} />
      {board.setAside.length > 0 ? <SetAsideClocks rows={board.setAside} /> : null}
    </div>
  );
}
