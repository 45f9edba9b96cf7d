import { languageFor } from '../words/languages.ts';
import { button, element } from './element.ts';
import { isUnderWay, mountChat } from './mount.ts';
import { sayIn } from './say.ts';
import { STYLE } from './style.ts';

/**
 * `<script src="https://service.example/chat.js" data-centre="..." async></script>` on any page that the settings allow: a button in
 * the corner, and the chat behind it. A chat that is under way opens by itself after a reload.
 */
function start(script: HTMLScriptElement): void {
  const base = script.src.slice(0, script.src.lastIndexOf('/') + 1);
  const centre = script.dataset['centre'] ?? null;
  const wishes = [script.dataset['language'], document.documentElement.lang, ...navigator.languages];
  const where = { base, centre, language: languageFor(wishes.filter((one) => one !== undefined)) };
  let chat: ReturnType<typeof mountChat> | null = null;
  const host = element('huiyin-chat' as 'div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const launch = button(sayIn(where.language)('visitor.open'), 'main', () => open(true));
  launch.classList.add('launch');
  launch.setAttribute('aria-haspopup', 'dialog');
  root.append(launch);
  if (isUnderWay(where)) open(false);

  function open(focus: boolean): void {
    launch.hidden = true;
    chat ??= mountChat(host, where, { inline: false, close });
    chat.element.hidden = false;
    if (focus) chat.focus();
  }
  function close(): void {
    if (chat) chat.element.hidden = true;
    launch.hidden = false;
    launch.focus();
  }
}

if (document.currentScript instanceof HTMLScriptElement) {
  const script = document.currentScript;
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script));
}
