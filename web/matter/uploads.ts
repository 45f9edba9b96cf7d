import { api } from '../server/api.ts';
import { newId } from '../server/ids.ts';
import { problemWords } from '../server/refusals.ts';
import type { Write } from '../server/writes.ts';
import { useWrite } from '../server/writes.ts';
import { nowMs } from '../ui/time.ts';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';

/** What is shown of a file once it is with the server. */
export type Uploaded = { id: string; name: string; type: string; size: number };

type Uploads = {
  done: (kept: Uploaded[]) => void;
  /** What of a file goes up: without it, all of it. */
  bytesOf?: (file: File) => Blob | Promise<Blob>;
};

/** Files go up as they are chosen, so that they are there after a reload and on another device. One that is refused is named. */
export function useUploads({ done, bytesOf = (file) => file }: Uploads): Write<File[], Uploaded[]> {
  return useWrite<File[], Uploaded[]>({
    send: async (files) => {
      const kept: Uploaded[] = [];
      for (const file of files) {
        const one = await uploaded(file, bytesOf);
        if (one) kept.push(one);
      }
      return kept;
    },
    done,
  });
}

/** One that is refused does not take the others with it. */
async function uploaded(file: File, bytesOf: NonNullable<Uploads['bytesOf']>): Promise<Uploaded | null> {
  const id = newId<'file'>(nowMs());
  try {
    const body = new Blob([await bytesOf(file)], { type: 'application/octet-stream' });
    return await api.post<Uploaded>(`files?name=${encodeURIComponent(file.name)}&id=${id}`, body);
  } catch (problem) {
    say(t('messages.file_refused', { name: file.name, why: problemWords(problem) }), 'problem');
    return null;
  }
}
