import type { CustodyAct } from '../../../src/custody/sorts.ts';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconHandGrab,
  IconId,
  IconIdOff,
  IconKey,
  IconAlertTriangle,
  IconRefresh,
  IconTool,
} from '@tabler/icons-react';
import { ThingLink } from '../../matter/thing-link.tsx';
import type { IconType } from '../../ui/action-button.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { t } from '../../words/words.ts';
import type { CustodyPage, Entry } from './custody-words.ts';
import { holderWords, moneyWords } from './custody-words.ts';

const icons: Record<CustodyAct, IconType> = {
  received: IconKey,
  drawn: IconHandGrab,
  handed_over: IconArrowsExchange,
  returned: IconArrowBackUp,
  handed_out: IconHandGrab,
  issued: IconId,
  renewed: IconRefresh,
  withdrawn: IconIdOff,
  damaged: IconAlertTriangle,
  mended: IconTool,
  lost: IconAlertTriangle,
  written_off: IconIdOff,
  found: IconKey,
  corrected: IconArrowBackUp,
};
const ALL: ReadonlySet<string> = new Set();

/** Every entry of a thing, the first one first. */
export function Ledger({ entries }: { entries: readonly Entry[] }) {
  const facts = entries.map((entry) => ({
    id: entry.id,
    at: entry.happenedAt,
    recordedAt: entry.recordedAt,
    kind: entry.act,
    icon: icons[entry.act],
    who: entry.by.name,
    what: sentenceOf(entry),
    body: bodyOf(entry),
    side: 'inside' as const,
    tone: entry.act === 'lost' || entry.act === 'damaged' ? ('late' as const) : undefined,
  }));
  return <Timeline facts={facts} hidden={ALL} />;
}

/** What was entered, and from whom to whom it went with it. */
export function sentenceOf({ act, from, to }: Pick<Entry, 'act' | 'from' | 'to'>): string {
  const stays = act === 'renewed' || act === 'damaged' || act === 'mended';
  const hands =
    stays || from.kind === 'nobody' || to.kind === 'nobody'
      ? null
      : t('custody.from_to', { from: holderWords(from), to: holderWords(to) });
  return [t(`custody.act_${act}`), hands].filter(Boolean).join(' · ');
}

/** What else it says; null where it says nothing. */
function bodyOf(entry: Entry) {
  const said = [
    entry.purpose,
    entry.act === 'drawn' && entry.dueBack ? t('custody.entry_due', { when: absolute(entry.dueBack) }) : null,
    (entry.act === 'issued' || entry.act === 'renewed') && entry.validUntil
      ? t('custody.entry_valid', { day: absoluteDay(entry.validUntil) })
      : null,
    entry.act === 'returned' ? t(`custody.condition_${entry.condition}`) : null,
    entry.corrects === null ? null : t('custody.corrects', { seq: entry.corrects }),
    entry.remark,
    entry.corrected ? t('custody.corrected') : null,
  ].filter(Boolean);
  const report = [
    [t('custody.what_happened'), entry.whatHappened],
    [t('custody.cause'), entry.cause],
    [t('custody.measures'), entry.measures],
  ].filter(([, text]) => text !== '');
  if (said.length === 0 && report.length === 0 && !entry.ticket) return null;
  return (
    <>
      {said.length > 0 ? <p className="dim">{said.join(' · ')}</p> : null}
      {report.map(([label, text]) => (
        <p key={label}>
          <span className="dim">{label}</span> {text}
        </p>
      ))}
      {entry.ticket ? (
        <p>
          <ThingLink type="ticket" id={entry.ticket.id}>
            {`${entry.ticket.number} ${entry.ticket.title}`}
          </ThingLink>
        </p>
      ) : null}
    </>
  );
}

/** What of the thing itself was put right, with the former words. */
export function Former({ item }: { item: CustodyPage }) {
  return item.former.map(({ before, by, at }) => (
    <p key={at} className="dim">
      {t('custody.former', { words: formerWords(before), name: by.name, when: absolute(at) })}
    </p>
  ));
}

function formerWords({ worth, currency, ...rest }: CustodyPage['former'][number]['before']): string {
  const money = typeof worth === 'number' ? moneyWords({ amount: worth, currency: String(currency ?? '') }) : null;
  return [...Object.values(rest), money].filter(Boolean).join(' · ') || '–';
}
