import type { Tasks } from '../platform/jobs/task.ts';
import { FORGET, forgetByAge } from './commands/forget-by-age.ts';

/** What is personal and old goes by night, a batch at a time. */
export const privacyTasks: Tasks = { [FORGET]: (context) => forgetByAge(context) };
