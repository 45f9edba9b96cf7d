import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { contactPage } from '../../src/contact/view.ts';
import { intakeInput } from '../../src/contact/inputs.ts';
