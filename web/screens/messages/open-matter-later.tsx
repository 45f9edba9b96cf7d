import { Suspense } from 'react';
import { later } from '../../routes/later.ts';
import type { OpenMatterProps } from './open-matter.tsx';

const OpenMatterForm = later<OpenMatterProps>(() => import('./open-matter.tsx').then((file) => file.OpenMatter));

/** The form of the front desk comes when it is asked for. */
export function OpenMatter(props: OpenMatterProps) {
  return props.opened ? (
    <Suspense fallback={null}>
      <OpenMatterForm {...props} />
    </Suspense>
  ) : null;
}
