import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changeSettings } from './commands/change-settings.ts';
import {
  effectOnSettings,
  kindDefinitionOut,
  readKindDefinition,
  readSettingsDefinition,
  settingsDefinitionOut,
} from './definitions-view.ts';
import { effectOut } from './effect-shapes.ts';
import { changeSettingsInput } from './inputs.ts';
import { kindShape } from './kind-shape.ts';
import { kindOf } from './kinds.ts';
import { settingsOfVersion } from './settings.ts';
import { settingsShape } from './settings-shape.ts';
import { versionOut } from '../platform/http/shapes.ts';

const params = z.object({ key: z.string().max(60).describe('Key of a kind') });
const versionParam = z.coerce.number().int().min(1).describe('1, 2, ...');
const versionMade = z.object({ version: versionOut });
const tag = 'Limits';

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
    name: 'readKindVersion',
    method: 'GET',
    path: '/kinds/:key/versions/:version',
    admits: 'limit.edit',
    tag,
    summary: 'A kind as an earlier version defined it, to look at or to put back',
    params: params.extend({ version: versionParam }),
    answer: z.object({ kind: kindShape.describe('The definition in that version') }),
    handle: async (context, given) => ({ kind: await kindOf(context, given.params.key, given.params.version) }),
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
    name: 'readSettingsVersion',
    method: 'GET',
    path: '/settings/versions/:version',
    admits: 'limit.edit',
    tag,
    summary: 'The settings as an earlier version had them, to look at or to put back',
    params: z.object({ version: versionParam }),
    answer: z.object({ settings: settingsShape.describe('The settings in that version') }),
    handle: async (context, given) => ({ settings: await settingsOfVersion(context, given.params.version) }),
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
