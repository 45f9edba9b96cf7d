import { IconAlertTriangle, IconCheck, IconMailOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { apiUrl } from '../../server/base.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { absolute } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FindingForm } from './finding-form.tsx';
import type { Report } from './report.ts';
import type { Part, RoundView } from './round-words.ts';
import { findingWords, partName } from './round-words.ts';
import styles from './rounds.module.css';

type PartProps = { round: RoundView; part: Part; report: Report };
type Asked = 'ok' | 'fault' | null;

/** One line: in order, or not. What needs a number or words asks for it; the rest is one tap. */
export function RoundPart({ round, part, report }: PartProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const heading = useId();
  const found = report.standing.findings.get(part.key);
  const may = round.can['report'] === null && !report.standing.completed;
  const tap = (result: 'ok' | 'fault') => {
    if (result === 'ok' && part.record === 'check') {
      setAsked(null);
      report.line(part, { result });
    } else setAsked(result);
  };
  const isEmpty = part.record === 'letters' && found?.result === 'ok' && found.count === 0;
  const pressed = asked ?? (isEmpty ? 'empty' : found?.result);
  const button = (result: 'ok' | 'fault', Icon: typeof IconCheck) => (
    <button type="button" aria-pressed={pressed === result} data-result={result} onClick={() => tap(result)}>
      <Icon size={18} aria-hidden />{' '}
      {part.record === 'letters' && result === 'ok' ? t('rounds.with_letters') : t(`rounds.${result}`)}
    </button>
  );
  return (
    <li className={styles['part']} aria-labelledby={heading}>
      <h2 id={heading}>{partName(part)}</h2>
      {found ? <Found part={part} report={report} /> : null}
      {part.openSince ? <OpenSince part={part} /> : null}
      {may ? (
        <div className={styles['keys']} role="group" aria-labelledby={heading}>
          {part.record === 'letters' ? (
            <button
              type="button"
              aria-pressed={pressed === 'empty'}
              data-result="ok"
              onClick={() => {
                setAsked(null);
                report.line(part, { result: 'ok', count: 0 });
              }}
            >
              <IconMailOff size={18} aria-hidden /> {t('rounds.empty')}
            </button>
          ) : null}
          {button('ok', IconCheck)}
          {button('fault', IconAlertTriangle)}
        </div>
      ) : null}
      {may && asked ? (
        <FindingForm
          key={asked}
          round={round}
          part={part}
          result={asked}
          report={(body) => {
            report.line(part, { result: asked, ...body });
            setAsked(null);
          }}
        />
      ) : null}
    </li>
  );
}

function Found({ part, report }: Omit<PartProps, 'round'>) {
  const found = report.standing.findings.get(part.key)!;
  const unsent = report.standing.unsent.has(part.key);
  return (
    <div className={styles['found']}>
      <p>
        <strong>{findingWords(part, found)}</strong>{' '}
        {unsent ? (
          <span className={styles['unsent']}>{t('worker.will_be_sent')}</span>
        ) : part.result ? (
          <span className="dim">
            {part.result.by.name} · <When at={part.result.at} />
          </span>
        ) : null}
      </p>
      {part.followUp && !unsent ? (
        <p>
          <ThingLink type="ticket" id={part.followUp.id}>
            {t('rounds.follow_up', { number: String(part.followUp.number), stage: said(part.followUp.stage.name) })}
          </ThingLink>{' '}
          <span className="dim">{part.followUp.owner.name}</span>
        </p>
      ) : null}
      {part.result?.photoIds.map((id, at) => (
        <img
          key={id}
          className={styles['photo']}
          src={apiUrl(`files/${id}`)}
          alt={t('form.photo', { number: at + 1 })}
        />
      ))}
      {part.former.map((one) => (
        <p key={one.recordedAt} className="dim">
          {t('rounds.former', { words: findingWords(part, one), name: one.by.name, when: absolute(one.at) })}
        </p>
      ))}
    </div>
  );
}

/** What is open already from an earlier round: the same again opens no second task. */
function OpenSince({ part: { openSince } }: { part: Part }) {
  return (
    <p className={styles['since']}>
      <ThingLink type="ticket" id={openSince!.id}>
        {t('rounds.open_since', { number: String(openSince!.number), stage: said(openSince!.stage.name) })}
      </ThingLink>{' '}
      <span className="dim">{openSince!.owner.name}</span>
    </p>
  );
}
