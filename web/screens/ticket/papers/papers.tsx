import { IconListCheck } from '@tabler/icons-react';
import type { PapersView } from '../../../../src/formality/view.ts';
import { howToBring, paperState, piecesWords } from '../../../matter/bring.ts';
import { later } from '../../../routes/later.ts';
import { apiUrl } from '../../../server/base.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import type { ActProps } from '../acts/act.ts';
import type { PartProps } from '../matters-of.tsx';
import styles from '../side.module.css';

type Paper = PapersView['items'][number];

const Look = later<ActProps>(() => import('./look.tsx').then((file) => file.LookAtPapers));

/** What has to be brought for it, how each paper stands and who looked; every former look stays in sight. */
export function PapersOf({ ticket, open }: PartProps) {
  const { data } = usePapers(ticket.id);
  const lacking = ticket.papers?.lacking ?? 0;
  return (
    <section>
      <h2>{t('formalities.papers')}</h2>
      <p className={lacking > 0 ? undefined : 'dim'}>
        {lacking > 0 ? t('formalities.lacking', { count: lacking }) : t('formalities.complete')}
      </p>
      {data?.items.map((one) => (
        <OnePaper key={one.key} paper={one} />
      ))}
      {data ? (
        <div className={styles['buttons']}>
          <ActionButton
            label={t('formalities.look')}
            icon={IconListCheck}
            can={data.can}
            action="look"
            onRun={() => open({ title: t('formalities.look'), form: Look })}
          />
        </div>
      ) : null}
    </section>
  );
}

export function usePapers(ticketId: string) {
  return useRead<PapersView>(`tickets/${ticketId}/papers`, { about: [`ticket/${ticketId}`] });
}

function OnePaper({ paper }: { paper: Paper }) {
  return (
    <div className={styles['item']} data-over={paper.state === 'in_order' && !paper.lacking ? true : undefined}>
      <header>
        <strong>{said(paper.name)}</strong>
        <span>{paperState(paper.state)}</span>
      </header>
      <p className="dim">{howToBring(paper, piecesWords(paper.pieces))}</p>
      {paper.looks.map((one) => (
        <p key={one.at + one.state} className="dim">
          {[
            t('formalities.looked_by', { state: t(`formalities.${one.state}`), name: one.by.name }),
            piecesWords(one.pieces),
            one.remark,
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          <When at={one.at} />
          {one.files.map((file) => (
            <a key={file.id} href={apiUrl(`files/${file.id}`)} target="_blank" rel="noreferrer">
              {' '}
              {file.name}
            </a>
          ))}
        </p>
      ))}
    </div>
  );
}
