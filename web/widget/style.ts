/**
 * Adopted, never written into the page: a content security policy that forbids styles within pages allows these. Whoever carries the
 * chat colours it by the variables.
 */
export const STYLE = `
:host { all: initial; --accent: var(--huiyin-chat-accent, #0b5d8a); --on: var(--huiyin-chat-on-accent, #ffffff);
  --back: var(--huiyin-chat-background, #ffffff); --ink: var(--huiyin-chat-text, #1b2430); --dim: var(--huiyin-chat-dim, #55606d);
  --line: var(--huiyin-chat-line, #c3ccd6); --soft: var(--huiyin-chat-soft, #eef3f7); --bad: var(--huiyin-chat-fault, #a3211a);
  font-family: var(--huiyin-chat-font, system-ui, sans-serif); font-size: 16px; line-height: 1.5; color: var(--ink); }
@media (prefers-color-scheme: dark) { :host { --accent: var(--huiyin-chat-accent, #7cc0ea); --on: var(--huiyin-chat-on-accent, #10202c);
  --back: var(--huiyin-chat-background, #17202a); --ink: var(--huiyin-chat-text, #e8edf2); --dim: var(--huiyin-chat-dim, #aab5c0);
  --line: var(--huiyin-chat-line, #445160); --soft: var(--huiyin-chat-soft, #22303c); --bad: var(--huiyin-chat-fault, #ff9a91); } }
*, *::before { box-sizing: border-box; }
[hidden] { display: none !important; }
button, input, textarea { font: inherit; color: inherit; }
button { min-height: 44px; padding: 0 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--back); cursor: pointer; }
button.main { border-color: var(--accent); background: var(--accent); color: var(--on); font-weight: 600; }
button.plain { padding: 0 10px; border-color: transparent; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.launch { position: fixed; right: var(--huiyin-chat-right, 20px); bottom: var(--huiyin-chat-bottom, 20px); z-index: 2147483000;
  border-radius: 99px; padding: 0 22px; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.panel { display: flex; flex-direction: column; background: var(--back); color: var(--ink); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.floating { position: fixed; right: var(--huiyin-chat-right, 20px); bottom: var(--huiyin-chat-bottom, 20px); z-index: 2147483000;
  width: min(380px, calc(100vw - 24px)); height: min(600px, calc(100dvh - 40px)); box-shadow: 0 8px 32px rgb(0 0 0 / 25%); }
.inline { max-height: 70vh; }
@media (max-width: 480px) { .floating { right: 12px; bottom: 12px; height: calc(100dvh - 24px); } }
header { display: flex; align-items: center; gap: 8px; padding: 6px 6px 6px 16px; border-bottom: 1px solid var(--line); }
h2 { flex: 1; margin: 0; font-size: 17px; line-height: 1.3; overflow-wrap: anywhere; }
.status { margin: 0; padding: 8px 16px; background: var(--soft); color: var(--ink); font-size: 14px; }
.status p { margin: 0; }
.fault { margin: 0; padding: 6px 16px; color: var(--bad); font-size: 14px; }
.log { flex: 1; min-height: 120px; padding: 12px 16px; overflow-y: auto; }
.log ol { display: flex; flex-direction: column; gap: 8px; margin: 0; padding: 0; list-style: none; }
.log li { max-width: 85%; padding: 8px 12px; border-radius: 12px; background: var(--soft); align-self: flex-start; }
.log li[data-from=visitor] { align-self: flex-end; background: var(--accent); color: var(--on); }
.log li[data-pending] { opacity: 0.75; }
.log small { display: block; font-size: 12px; }
.log p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.log button { background: transparent; color: inherit; border-color: currentColor; overflow-wrap: anywhere; }
form { display: grid; gap: 8px; padding: 12px 16px; border-top: 1px solid var(--line); margin: 0; }
label { display: grid; gap: 4px; font-size: 14px; }
input:not([type=radio]), textarea { width: 100%; min-height: 44px; padding: 8px 10px; border: 1px solid var(--dim); border-radius: 8px; background: var(--back); }
textarea { resize: vertical; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row .main { margin-inline-start: auto; }
fieldset { display: grid; gap: 2px; border: 0; padding: 0; margin: 0; }
legend { padding: 0; font-weight: 600; }
.choice { display: flex; align-items: center; gap: 10px; min-height: 36px; font-size: 16px; }
.choice input { width: 20px; height: 20px; accent-color: var(--accent); }
.typing { min-height: 21px; margin: 0; padding: 0 16px; color: var(--dim); font-size: 14px; }
`;
