import type { Rule } from './rule.ts';
import { DOMAINS } from './rules/domains.ts';
import { LAYERS } from './rules/layers.ts';
import { SHAPE } from './rules/shape.ts';
import { TABLES } from './rules/tables.ts';
import { TIME } from './rules/time.ts';

/** The architecture, rule by rule; docs say why, these say whether. */
export const RULES: Rule[] = [...LAYERS, ...DOMAINS, ...TABLES, ...TIME, ...SHAPE];
