import type { MeetingView } from '../../../src/meeting/view.ts';

export type MeetingValues = {
  sort: string;
  regular: boolean;
  title: string;
  startsAt: string | null;
  room: string;
  personIds: string[];
  /** One a line: the firm, a comma, the name. */
  outsiders: string;
  /** One point a line. */
  agenda: string;
  chairId: string;
  recorderId: string;
};

export const blankMeeting: MeetingValues = {
  sort: '',
  regular: true,
  title: '',
  startsAt: null,
  room: '',
  personIds: [],
  outsiders: '',
  agenda: '',
  chairId: '',
  recorderId: '',
};

export function valuesOf(one: MeetingView): MeetingValues {
  return {
    sort: one.sort.key,
    regular: one.regular,
    title: one.title,
    startsAt: one.startsAt,
    room: one.room,
    personIds: one.members.flatMap(({ person }) => person?.id ?? []),
    outsiders: one.members
      .filter(({ person }) => !person)
      .map(({ firm, name }) => `${firm}, ${name}`)
      .join('\n'),
    agenda: one.points
      .filter(({ item }) => !item)
      .map(({ title }) => title)
      .join('\n'),
    chairId: one.chair.id,
    recorderId: one.recorder.id,
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The firm before the first comma, the name after it; without one the server says what is missing. */
function outsiderOf(line: string): { firm: string; name: string } {
  const [firm = '', ...name] = line.split(/[,，]/);
  return { firm: firm.trim(), name: name.join(',').trim() };
}

export function bodyOf(values: MeetingValues) {
  const { title, startsAt, room, personIds, chairId, recorderId } = values;
  return {
    title,
    startsAt,
    room,
    personIds,
    outsiders: lines(values.outsiders).map(outsiderOf),
    agenda: lines(values.agenda),
    ...(chairId ? { chairId } : {}),
    ...(recorderId ? { recorderId } : {}),
  };
}
