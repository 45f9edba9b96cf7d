import type {
  AuthAccountTable,
  AuthKeyTable,
  AuthSessionTable,
  AuthVerificationTable,
  PasswordCodeTable,
  PersonalTokenTable,
  SignInAttemptTable,
} from './auth/table.ts';
import type { CalendarFeedTable, CalendarRuleTable } from './calendar-feed/table.ts';
import type { CommitmentPauseTable, CommitmentTable } from './commitment/table.ts';
import type { ContactTable, ContactTicketTable, FormerOutcomeTable } from './contact/table.ts';
import type {
  CustomerEmailTable,
  CustomerMemberTable,
  CustomerPhoneTable,
  CustomerPlaceTable,
  CustomerTable,
} from './customer/table.ts';
import type { DraftTable, OpenTabsTable } from './draft/table.ts';
import type { ExternalIdTable, ListImportRowTable, ListImportTable, ListTakenOutTable } from './exchange/table.ts';
import type { NotificationTable } from './notification/table.ts';
import type {
  AbsenceTable,
  CalendarTable,
  CalendarVersionTable,
  CentreTable,
  DepartmentTable,
  PersonPostTable,
  PersonTable,
  PostTable,
} from './organisation/table.ts';
import type { KindVersionTable, SettingsVersionTable } from './pack/table.ts';
import type { PlaceTable } from './place/table.ts';
import type {
  EventTable,
  FileChunkTable,
  FileTable,
  IdempotentRequestTable,
  HouseVersionTable,
  OutboxTable,
  SearchEntryTable,
} from './platform/table.ts';
import type { FindingTable, RectificationTable, RejectedReplyTable } from './rectification/table.ts';
import type { ReturnVisitAttemptTable, ReturnVisitTable } from './return-visit/table.ts';
import type { SummaryTable } from './summary/table.ts';
import type {
  FormerWordsTable,
  HandoverTable,
  NoteTable,
  RulingTable,
  TicketLinkTable,
  TicketSightTable,
  TicketTable,
  UrgingTable,
} from './ticket/table.ts';
import type { WebhookDeliveryTable, WebhookStateTable, WebhookTable, WebhookTryTable } from './webhook/table.ts';
import type { AppointmentTable, WorkOrderTable } from './work-order/table.ts';

/** Every table of an organisation. Anyone may read any of them; only the folder that declares one writes it. */
export type Tables = {
  absence: AbsenceTable;
  appointment: AppointmentTable;
  auth_account: AuthAccountTable;
  auth_key: AuthKeyTable;
  auth_session: AuthSessionTable;
  auth_verification: AuthVerificationTable;
  calendar: CalendarTable;
  calendar_feed: CalendarFeedTable;
  calendar_rule: CalendarRuleTable;
  calendar_version: CalendarVersionTable;
  centre: CentreTable;
  commitment: CommitmentTable;
  commitment_pause: CommitmentPauseTable;
  contact: ContactTable;
  contact_ticket: ContactTicketTable;
  former_outcome: FormerOutcomeTable;
  customer: CustomerTable;
  customer_email: CustomerEmailTable;
  customer_member: CustomerMemberTable;
  customer_phone: CustomerPhoneTable;
  customer_place: CustomerPlaceTable;
  department: DepartmentTable;
  draft: DraftTable;
  event: EventTable;
  external_id: ExternalIdTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  finding: FindingTable;
  former_words: FormerWordsTable;
  handover: HandoverTable;
  idempotent_request: IdempotentRequestTable;
  kind_version: KindVersionTable;
  list_import: ListImportTable;
  list_import_row: ListImportRowTable;
  list_taken_out: ListTakenOutTable;
  note: NoteTable;
  notification: NotificationTable;
  open_tabs: OpenTabsTable;
  house_version: HouseVersionTable;
  outbox: OutboxTable;
  password_code: PasswordCodeTable;
  person: PersonTable;
  person_post: PersonPostTable;
  personal_token: PersonalTokenTable;
  place: PlaceTable;
  post: PostTable;
  rectification: RectificationTable;
  rejected_reply: RejectedReplyTable;
  return_visit: ReturnVisitTable;
  return_visit_attempt: ReturnVisitAttemptTable;
  ruling: RulingTable;
  search_entry: SearchEntryTable;
  settings_version: SettingsVersionTable;
  sign_in_attempt: SignInAttemptTable;
  ticket: TicketTable;
  ticket_link: TicketLinkTable;
  ticket_sight: TicketSightTable;
  urging: UrgingTable;
  summary: SummaryTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_state: WebhookStateTable;
  webhook_try: WebhookTryTable;
  work_order: WorkOrderTable;
};
