import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { onTicket } from './lines.ts';

/** What became of something that was suggested. */
export const became = onTicket('choice', 'became', words('What became of it', '采纳情况', '採納情況'), {
  choices: [
    { key: 'adopted', name: words('Adopted', '采纳', '採納') },
    { key: 'partly', name: words('Adopted in part', '部分采纳', '部分採納') },
    { key: 'later', name: words('Kept for later', '暂缓', '暫緩') },
    { key: 'declined', name: words('Not adopted', '未采纳', '未採納') },
  ],
  requiredFor: 'resolve',
  indexed: true,
});

/** The last of the choices wherever what happens is richer than a list. */
export const somethingElse: NonNullable<Field['choices']>[number] = {
  key: 'other',
  name: words('Something else', '其他', '其他'),
};
