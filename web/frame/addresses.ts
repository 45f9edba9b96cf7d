/** Where a thing of a type is looked at. A type without a screen of its own leads nowhere, and is not offered as a link. */
const addresses: Readonly<Record<string, (id: string) => string>> = {
  ticket: (id) => `/tickets/${id}`,
  work_order: (id) => `/work-orders/${id}`,
  return_visit: (id) => `/return-visits/${id}`,
  conversation: (id) => `/messages/${id}`,
  rectification: (id) => `/notices/${id}`,
  customer: (id) => `/customers/${id}`,
  person: (id) => `/administration/people/${id}`,
  feedback: () => '/quality?view=feedback',
  quality_review: () => '/quality?view=reviews',
  logged_error: () => '/quality?view=errors',
  improvement: (id) => `/quality/actions/${id}`,
  spot_check: (id) => `/quality/checks/${id}`,
  shift_note: (id) => `/shift-notes/${id}`,
  work_item: () => '/day-plan',
  work_plan: (id) => `/day-plan/plans/${id}`,
  duty_confirmation: () => '/day-plan/duties',
  article: (id) => `/knowledge/${id}`,
  article_reading: () => '/knowledge?view=readings',
  article_acceptance: () => '/knowledge?view=standards',
  article_amendment: () => '/knowledge?view=amendments',
  disturbance: () => '/disturbances',
  arrival: () => '/front-desk',
  outreach: (id) => `/outreach/${id}`,
  notice_receipt: () => '/receipts?mine=true',
  outreach_contact: () => '/outreach?view=calls',
  round: (id) => `/rounds/${id}`,
  daily_record: (id) => `/summaries/days/${id}`,
  summary: (id) => `/summaries/${id}`,
  token_review: (id) => `/administration/security/reviews/${id}`,
  phone_call: () => '/calls',
  telephone_system: () => '/administration/telephone',
  place: (id) => `/places/${id}`,
};

export function addressOf(type: string, id: string): string | null {
  return addresses[type]?.(encodeURIComponent(id)) ?? null;
}
