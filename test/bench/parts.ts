import type { Part } from './bench.ts';
import { chat } from './chat.ts';
import { idleTick } from './idle-tick.ts';
import { intake } from './intake.ts';
import { knowledge } from './knowledge.ts';
import { mail } from './mail.ts';
import { figures, reads, search } from './reads.ts';
import { replay } from './replay.ts';
import { bundle, idle } from './resting.ts';
import { burst, steady } from './rungs.ts';

/** In the order of the table they answer. */
export const parts: readonly Part[] = [
  intake,
  mail,
  chat,
  idleTick,
  burst,
  steady,
  reads,
  figures,
  search,
  knowledge,
  replay,
  idle,
  bundle,
];
