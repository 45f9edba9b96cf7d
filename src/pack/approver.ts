/** Roles that may be asked for an approval: those of whom somebody is always found. */
export const APPROVER_ROLES = [
  'supervisor',
  'department_head',
  'centre_manager',
  'deputy_general_manager',
  'company_leader',
] as const;

/** A role of the core, or one post of the house by its key, whatever its role. */
export type Approver = (typeof APPROVER_ROLES)[number] | { post: string };

/** The key of the post that an approver is; null where he is a role. */
export const postOf = (approver: Approver): string | null => (typeof approver === 'string' ? null : approver.post);
