import { isTest, layerOf } from '../layers.ts';
import { at, type Rule } from '../rule.ts';
import { memberOf, nameOf, nodes, strings, type Node } from '../syntax.ts';

/** Time comes in from outside, so that every rule can be tried at any moment. */

/** In the browser only the displaying of moments needs more than our own type. */
const MAY_USE_DATE = new Set(['src/kernel/time.ts', 'web/ui/time.ts']);
const GLOBALS = new Set(['globalThis', 'window', 'self', 'global']);

export const noDate: Rule = {
  name: 'no Date outside src/kernel/time.ts (and web/ui/time.ts for the screens), by no other way to the clock either',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (MAY_USE_DATE.has(source.path) || source.path.startsWith('web/public/')) continue;
      for (const [node, parent] of nodes(source.program)) {
        const found = isTest(source.path) ? machineTime(node) : clockIn(node, parent);
        if (found) yield at(source, node.start, `uses ${found}; take an Instant, and \`now\` from who called you`);
      }
    }
  },
};

function clockIn(node: Node, parent: Node | null): string | null {
  if (node.type === 'Identifier' && node['name'] === 'Date' && !isLabel(node, parent)) return 'Date';
  const member = memberOf(node);
  const object = member && nameOf(member.object);
  if (member?.name === 'Date' && object && GLOBALS.has(object)) return `${object}.Date`;
  if (member?.name === 'Now' && object === 'Temporal') return 'Temporal.Now';
  if (member?.name === 'timeOrigin') return 'timeOrigin';
  return null;
}

/** A test may write a moment down as it likes, but not ask what time it is: it would fail on another day. */
function machineTime(node: Node): string | null {
  const member = memberOf(node);
  if (member?.name === 'now' && nameOf(member.object) === 'Date') return 'Date.now';
  const isNow = node.type === 'NewExpression' && nameOf(node['callee']) === 'Date';
  return isNow && (node['arguments'] as Node[]).length === 0 ? 'new Date()' : null;
}

/** A name of a property, `headers.Date` or `{ Date: 'Sat, 21 Nov' }`, is not the global; taken out of an object it may be. */
function isLabel(node: Node, parent: Node | null): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent['property'] === node && !parent['computed'];
  if (parent.type === 'Property') return parent['key'] === node && parent['value'] !== node && !isTakenApart(parent);
  return false;
}

function isTakenApart(property: Node): boolean {
  const value = property['value'] as Node;
  return value.type === 'Identifier' || value.type === 'AssignmentPattern';
}

export const systemClockIsHandedIn: Rule = {
  name: 'only the wiring (files directly in src), scripts and tests take the system clock',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (isTest(source.path) || ['wiring', 'scripts'].includes(layerOf(source.path))) continue;
      for (const { names, start, typeOnly, target } of source.links) {
        const takes = names.includes('systemClock') || (names.includes('*') && !typeOnly);
        if (takes && 'file' in target && target.file === 'src/kernel/time.ts')
          yield at(source, start, 'takes the system clock; take a Clock as a parameter, the wiring hands it in');
      }
    }
  },
};

const CALLS = /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)/i;
const WORDS = /\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;
const LITERALS = /'(now|today|tomorrow|yesterday)'\s*::/i;
const LOOKS_LIKE_SQL = /\b(select|insert|update|delete|where|default|values|returning|set)\b/i;

function sqlClock(text: string): RegExpExecArray | null {
  return CALLS.exec(text) ?? LITERALS.exec(text) ?? (LOOKS_LIKE_SQL.test(text) ? WORDS.exec(text) : null);
}

/** The checks speak of the clock in order to forbid it. */
function isOurs(path: string): boolean {
  return path.startsWith('scripts/check/');
}

export const noSqlClock: Rule = {
  name: "SQL never asks the database for the time: `now` is the command's",
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (layerOf(source.path) === 'web' || isTest(source.path) || isOurs(source.path)) continue;
      for (const { text, start } of strings(source.program)) {
        const found = sqlClock(text);
        if (found) yield at(source, start + found.index, `asks SQL for ${found[0]}; hand the moment in as a parameter`);
      }
    }
    for (const [file, text] of tree.sql) {
      for (const [index, line] of text.split('\n').entries()) {
        const code = line.replace(/--.*$/, '');
        const found = CALLS.exec(code) ?? WORDS.exec(code) ?? LITERALS.exec(code);
        if (found) yield { file, line: index + 1, what: `asks SQL for ${found[0]}; the command writes the moment` };
      }
    }
  },
};

export const TIME: Rule[] = [noDate, systemClockIsHandedIn, noSqlClock];
