import type { Language } from '../words/languages.ts';
import { chatApi } from './api.ts';
import { keeper } from './kept.ts';
import { panelOf } from './panel.ts';
import { sayIn } from './say.ts';
import { chatSession } from './session.ts';
import { STYLE } from './style.ts';

export type Where = {
  /** Where the server stands: `https://service.example/o/hill/`. */
  base: string;
  centre: string | null;
  language: Language;
};

const nameOf = ({ base, centre }: Where): string => `huiyin.chat ${base} ${centre ?? ''}`;

/** Whether this browser has a chat here that was not left. */
export function isUnderWay(where: Where): boolean {
  const kept = keeper(nameOf(where)).read();
  return kept !== null && (kept.began || kept.pending.length > 0);
}

/** A chat within an element: a shadow of its own, so that neither the page's style nor ours reaches the other. */
export function mountChat(host: HTMLElement, where: Where, looks: { inline: boolean; close?: () => void }) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const say = sayIn(where.language);
  let draw = (): void => {};
  const session = chatSession(chatApi(where.base, where.centre), nameOf(where), where.language, () => draw());
  const panel = panelOf(session, say, where.language, looks);
  draw = panel.draw;
  root.append(panel.element);
  draw();
  void session.open();
  return { focus: panel.focus, element: panel.element };
}
