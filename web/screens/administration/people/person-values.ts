import type { Kind } from '../../../matter/kinds.ts';
import type { Language } from '../../../words/languages.ts';
import type { Person } from './people.ts';
import { splitSkills } from './skills.ts';

export type PersonValues = {
  name: string;
  username: string;
  phone: string;
  email: string;
  language: Language;
  kinds: string[];
  /** One a line. */
  others: string;
  postId: string;
};

export function valuesOf(person: Person | null, kinds: readonly Kind[]): PersonValues {
  const skills = splitSkills(person?.skills ?? [], kinds);
  return {
    name: person?.name ?? '',
    username: person?.username ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    language: person?.language ?? 'zh-hans',
    kinds: skills.kinds,
    others: skills.others.join('\n'),
    postId: '',
  };
}

export function bodyOf({ kinds, others, phone, email, postId: _, ...same }: PersonValues) {
  const lines = others.split('\n').map((one) => one.trim());
  const skills = [...kinds, ...lines.filter(Boolean)];
  return { ...same, phone: phone.trim() || null, email: email.trim() || null, skills };
}
