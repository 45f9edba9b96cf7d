import { forgetInImports } from '../exchange/commands/forget-imports.ts';
import type { Reaction } from '../platform/context.ts';

/** Whoever is erased stays in no file that he came with. */
export const forgetInFiles: Reaction = (context, event) => forgetInImports(context, event.subject.id);
