import type { ReactNode } from 'react';
import { useState } from 'react';
import { apiUrl } from '../server/base.ts';

type Given = {
  id: string;
  alt: string;
  /** What is shown of a file that has no small picture. */ otherwise: ReactNode;
};

/** A file small, one tap from its size. */
export function Thumbnail({ id, alt, otherwise }: Given) {
  const [hasNone, setHasNone] = useState(false);
  return (
    <a href={apiUrl(`files/${id}`)} target="_blank" rel="noreferrer">
      {hasNone ? (
        otherwise
      ) : (
        <img src={apiUrl(`files/${id}/thumbnail`)} alt={alt} loading="lazy" onError={() => setHasNone(true)} />
      )}
    </a>
  );
}
