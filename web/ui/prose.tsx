import type { ReactNode } from 'react';
import styles from './prose.module.css';

type Block = { kind: 'heading' | 'points' | 'steps' | 'text'; lines: string[] };

const MARKS: readonly [Block['kind'], RegExp][] = [
  ['heading', /^##? +/],
  ['points', /^[-*•] +/],
  ['steps', /^\d+[.、] */],
];

/** Lines that belong together: what begins alike is one list, an empty line ends a paragraph. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const [kind, mark] = MARKS.find(([, begins]) => begins.test(line)) ?? (['text', /^/] as const);
    const last = blocks.at(-1);
    if (line.trim() === '') open = false;
    else if (last && open && last.kind === kind && kind !== 'heading') last.lines.push(line.replace(mark, ''));
    else blocks.push({ kind, lines: [line.replace(mark, '')] });
    if (line.trim() !== '') open = true;
  }
  return blocks;
}

const ADDRESS = /(https?:\/\/[^\s<>"'）)，。]+)/;

function withLinks(line: string): ReactNode {
  return line.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} rel="noreferrer" target="_blank">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/**
 * A text as whoever wrote it meant it: paragraphs, `- ` and `1. ` for lists, `## ` for headings, addresses to press. Whatever else
 * stands in it is text.
 */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className={styles['prose']} lang={lang}>
      {blocksOf(text).map((block, at) => (
        <ProseBlock key={at} {...block} />
      ))}
    </div>
  );
}

function ProseBlock({ kind, lines }: Block) {
  if (kind === 'heading') return <h2>{lines[0]}</h2>;
  if (kind === 'text') return <p>{withLinks(lines.join('\n'))}</p>;
  const items = lines.map((line, at) => <li key={at}>{withLinks(line)}</li>);
  return kind === 'points' ? <ul>{items}</ul> : <ol>{items}</ol>;
}
