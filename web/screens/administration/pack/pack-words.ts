import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';

const parts: Readonly<Record<string, PlainKey>> = {
  calendars: 'pack.part_calendars',
  departments: 'pack.part_departments',
  posts: 'pack.part_posts',
  kinds: 'pack.part_kinds',
  spotChecks: 'pack.part_spot_checks',
  rounds: 'pack.part_rounds',
  offerings: 'pack.part_offerings',
  canned: 'pack.part_canned',
  phrases: 'pack.part_phrases',
  reports: 'pack.part_reports',
  scorecards: 'pack.part_scorecards',
  assessments: 'pack.part_assessments',
  training: 'pack.part_training',
  meetings: 'pack.part_meetings',
  documentKinds: 'pack.part_document_kinds',
  archiveClasses: 'pack.part_archive_classes',
  liaison: 'pack.part_liaison',
  contractorServices: 'pack.part_contractor_services',
  questionnaires: 'pack.part_questionnaires',
};

/** What sort of thing it is; one that this version has no words for says its own name. */
export function partWords(part: string): string {
  const key = parts[part];
  return key ? t(key) : part;
}
