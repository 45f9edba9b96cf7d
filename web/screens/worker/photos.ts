import { useEffect, useState } from 'react';
import { apiUrl } from '../../server/base.ts';
import { waiting } from '../../offline/outbox.ts';
import { sendFile } from './report.ts';

/**
 * Photos of something by their ids: each is on its way as soon as it is taken, and the draft names it. After a reload they are shown
 * again from what still waits on the device, or from the server.
 */
export function usePhotos(of: string, ids: readonly string[], keep: (ids: string[]) => void) {
  const [blobs, setBlobs] = useState<ReadonlyMap<string, Blob>>(new Map());
  const missing = ids.filter((id) => !blobs.has(id)).join(' ');
  useEffect(() => {
    let here = true;
    for (const id of missing.split(' ').filter(Boolean))
      void photoOf(id).then((blob) => here && blob && setBlobs((known) => new Map(known).set(id, blob)));
    return () => {
      here = false;
    };
  }, [missing]);
  const shown = ids.flatMap((id) => blobs.get(id) ?? []);
  const change = (photos: Blob[]) => {
    const known = new Map([...blobs].map(([id, blob]) => [blob, id]));
    const next = photos.map((photo) => [known.get(photo) ?? sendFile(of, photo, 'photo.jpg'), photo] as const);
    setBlobs(new Map([...blobs, ...next]));
    // One that could not be shown again has not been taken away.
    const unseen = ids.filter((id) => !blobs.has(id));
    keep([...unseen, ...next.map(([id]) => id)]);
  };
  return { shown, change };
}

async function photoOf(id: string): Promise<Blob | null> {
  const unsent = waiting.get().find((one) => one.path.startsWith('files?') && one.path.includes(id));
  if (unsent?.body instanceof Blob) return unsent.body;
  const answer = await fetch(apiUrl(`files/${id}`), { credentials: 'same-origin' }).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}
