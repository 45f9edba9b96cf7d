import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';

const acts: Readonly<Record<string, PlainKey>> = {
  'kind.changed': 'journal.act_kind_changed',
  'kind.move_begun': 'journal.act_move_begun',
  'kind.move_stopped': 'journal.act_move_stopped',
  'kind.move_ended': 'journal.act_move_ended',
  'settings.changed': 'journal.act_settings_changed',
  'centre.changed': 'journal.act_centre_changed',
  'words.changed': 'journal.act_words_changed',
  'configuration.imported': 'journal.act_imported',
  'spot_check_plan.changed': 'journal.act_spot_check_plan',
  'round_plan.changed': 'journal.act_round_plan',
  'pack.taken': 'journal.act_pack_taken',
  'pack.declined': 'journal.act_pack_declined',
  'post.duties_stated': 'journal.act_duties_stated',
  'calendar.added': 'journal.act_calendar_added',
  'calendar.changed': 'journal.act_calendar_changed',
  'post.added': 'journal.act_post_added',
  'post.changed': 'journal.act_post_changed',
  'post.given': 'journal.act_post_given',
  'post.taken': 'journal.act_post_taken',
  'department.added': 'journal.act_department_added',
  'department.changed': 'journal.act_department_changed',
  'person.added': 'journal.act_person_added',
  'person.changed': 'journal.act_person_changed',
  'person.left': 'journal.act_person_left',
  'person.password_code_made': 'journal.act_code_made',
  'person.password_changed': 'journal.act_password_changed',
  'person.token_made': 'journal.act_token_made',
  'person.token_ended': 'journal.act_token_ended',
};

/** What was done, in words; an act that this version has no words for says its own name. */
export function actWords(type: string): string {
  const key = acts[type];
  return key ? t(key) : type;
}
