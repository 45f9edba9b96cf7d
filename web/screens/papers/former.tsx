import type { MeetingView } from '../../../src/meeting/view.ts';
import { Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';

/** Every change with who, when, and how it stood before. */
export function Former({ former }: { former: MeetingView['former'] }) {
  if (former.length === 0) return null;
  return (
    <Section title={t('papers.changes')}>
      <ul className={styles['rows']}>
        {former.map((one) => (
          <li key={`${one.at}${Object.keys(one.before).join()}`} className="dim">
            {t('papers.changed', { name: one.by.name, when: absolute(one.at), words: textsIn(one.before) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const MOST = 200;

/** The words of what stood there; moments as people read them, identifiers left out. */
function textsIn(before: unknown): string {
  const texts = allOf(before)
    .filter((text) => text !== '' && !UUID.test(text))
    .map((text) => (MOMENT.test(text) ? absolute(text) : text));
  const said = texts.join(' · ') || '–';
  return said.length > MOST ? `${said.slice(0, MOST)}…` : said;
}

function allOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(allOf);
}
