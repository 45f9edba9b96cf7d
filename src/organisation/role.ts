/**
 * What ladders and screens call a post, whatever its name in the trade. Several posts may share a role (an electrician
 * and a plumber are both workers); `office_head` and above stand over the centre manager.
 */
export const ROLES = [
  'front_desk',
  'agent',
  'supervisor',
  'department_head',
  'centre_manager',
  'office_head',
  'deputy_general_manager',
  'company_leader',
  'worker',
  'emergency',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
