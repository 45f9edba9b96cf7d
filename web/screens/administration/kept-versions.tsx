import type { z } from 'zod';
import type { versionsOut } from '../../../src/organisation/versions-view.ts';
import type { About } from '../../server/queries.ts';
import { useRead } from '../../server/queries.ts';
import { VersionList } from '../../ui/version-list.tsx';

type Version = z.output<typeof versionsOut>['items'][number];
type Props = { address: string; about: About; putBack: (content: Version['content']) => void };

/** What a post or department was before; a former state comes back into the form at a press. */
export function KeptVersions({ address, about, putBack }: Props) {
  const read = useRead<z.output<typeof versionsOut>>(address, { about });
  return <VersionList rows={read.data?.items ?? []} putBack={(row) => putBack(row.content)} />;
}
