import { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changeKind } from './commands/change-kind.ts';
import { changeSettings } from './commands/change-settings.ts';
import {
  effectOnKind,
  effectOnSettings,
  effectOut,
  kindDefinitionOut,
  readKindDefinition,
  readSettingsDefinition,
  settingsDefinitionOut,
} from './definitions-view.ts';
import { changeKindInput, changeSettingsInput } from './inputs.ts';
import { versionOut } from '../platform/http/shapes.ts';

const params = z.object({ key: z.string().max(60).describe('Key of a kind') });
const versionMade = z.object({ version: versionOut });
const tag = 'Limits';

/** A definition is sent to its own address. */
function sameKey(given: { params: { key: string }; body: { kind: { key: string } } }): void {
  if (given.params.key !== given.body.kind.key) throw new Invalid('kind.other_key', { path: 'kind.key' });
}

/** What an administrator looks into and changes: kinds with their limits, and what belongs to no kind. */
export const definitionRoutes: Route[] = [
  route({
    name: 'readKindDefinition',
    method: 'GET',
    path: '/kinds/:key',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'A kind in full, with its versions',
    params,
    answer: kindDefinitionOut,
    handle: (context, given) => readKindDefinition(context, given.params.key),
  }),
  route({
    name: 'previewKind',
    method: 'POST',
    path: '/kinds/:key/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What another definition would change for the next tickets; changes nothing',
    params,
    body: changeKindInput.pick({ kind: true }),
    answer: effectOut,
    handle: async (context, given) => {
      sameKey(given);
      return effectOnKind(context, given.body.kind);
    },
  }),
  route({
    name: 'changeKind',
    method: 'PUT',
    path: '/kinds/:key',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of a kind, or a new kind, with the reason; open tickets keep theirs',
    params,
    body: changeKindInput,
    answer: versionMade,
    handle: async (context, given) => {
      sameKey(given);
      return { version: await changeKind(context, given.body) };
    },
  }),
  route({
    name: 'readSettings',
    method: 'GET',
    path: '/settings',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'Limits that belong to no kind, severities, pauses, quiet hours',
    answer: settingsDefinitionOut,
    handle: (context) => readSettingsDefinition(context),
  }),
  route({
    name: 'previewSettings',
    method: 'POST',
    path: '/settings/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What other settings would change; changes nothing',
    body: changeSettingsInput.pick({ settings: true }),
    answer: effectOut,
    handle: (context, { body }) => effectOnSettings(context, body.settings),
  }),
  route({
    name: 'changeSettings',
    method: 'PUT',
    path: '/settings',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of the settings, with the reason',
    body: changeSettingsInput,
    answer: versionMade,
    handle: async (context, { body }) => ({ version: await changeSettings(context, body) }),
  }),
];
