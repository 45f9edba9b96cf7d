import type { LaterWords } from '../words.ts';
import { event } from './event.ts';
import { contacts } from './contacts.ts';
import { frontDesk } from './front-desk.ts';
import { notices } from './notices.ts';
import { returnVisits } from './return-visits.ts';
import { dispatch } from './dispatch.ts';
import { worker } from './worker.ts';
import { workOrders } from './work-orders.ts';
import { setup } from './setup.ts';
import { tickets } from './tickets.ts';
import { board } from './board.ts';
import { customerPage } from './customer-page.ts';
import { customers } from './customers.ts';
import { administration } from './administration.ts';
import { people } from './people.ts';
import { calendars } from './calendars.ts';
import { limits } from './limits.ts';
import { posts } from './posts.ts';
import { departments } from './departments.ts';
import { places } from './places.ts';
import { figures } from './figures.ts';
import { summaries } from './summaries.ts';
import { upward } from './upward.ts';
import { account } from './account.ts';
import { noticeErrors } from './errors-notice.ts';
import { customerErrors } from './errors-customer.ts';
import { custodianErrors } from './errors-custodians.ts';
import { custodians } from './custodians.ts';
import { customerArchives } from './customer-archives.ts';
import { packErrors } from './errors-pack.ts';
import { peopleErrors } from './errors-people.ts';
import { charter } from './charter.ts';
import { milestones } from './milestones.ts';
import { quality } from './quality.ts';
import { declined } from './declined.ts';
import { errorLog } from './error-log.ts';
import { reviews } from './reviews.ts';
import { scoreErrors } from './errors-scores.ts';
import { staffErrors } from './errors-staff.ts';
import { trainingErrors } from './errors-training.ts';
import { training } from './training.ts';
import { surveyErrors } from './errors-survey.ts';
import { qualityErrors } from './errors-quality.ts';
import { merging } from './merging.ts';
import { security } from './security.ts';
import { secondFactor } from './second-factor.ts';
import { disputes } from './disputes.ts';
import { mattersErrors } from './errors-matters.ts';
import { rounds } from './rounds.ts';
import { patrols } from './patrols.ts';
import { vacancies } from './vacancies.ts';
import { shift } from './shift.ts';
import { knowledge } from './knowledge.ts';
import { knowledgeErrors } from './errors-knowledge.ts';
import { roundErrors } from './errors-round.ts';
import { attendanceErrors } from './errors-attendance.ts';
import { kinds } from './kinds.ts';
import { journal } from './journal.ts';
import { macros } from './macros.ts';
import { canned } from './canned.ts';
import { phrases } from './phrases.ts';
import { told } from './told.ts';
import { bulk } from './bulk.ts';
import { feedback } from './feedback.ts';
import { improvement } from './improvement.ts';
import { day } from './day.ts';
import { daily } from './daily.ts';
import { taken } from './taken.ts';
import { arrivals } from './arrivals.ts';
import { letters } from './letters.ts';
import { chargeErrors } from './errors-charge.ts';
import { charges } from './charges.ts';
import { accounts } from './accounts.ts';
import { budget } from './budget.ts';
import { outreach } from './outreach.ts';
import { staff } from './staff.ts';
import { paperErrors } from './errors-papers.ts';
import { papers } from './papers.ts';
import { surveys } from './surveys.ts';
import { receipts } from './receipts.ts';
import { contractors } from './contractors.ts';
import { contractorErrors } from './errors-contractor.ts';
import { emergency } from './emergency.ts';
import { disturbances } from './disturbances.ts';
import { bring } from './bring.ts';
import { formalities } from './formalities.ts';
import { custody } from './custody.ts';
import { custodyErrors } from './errors-custody.ts';
import { configuration } from './configuration.ts';
import { pack } from './pack.ts';
import { words } from './words.ts';
import { tokenReview } from './token-review.ts';
import { privacy } from './privacy.ts';
import { signOn } from './sign-on.ts';
import { presence } from './presence.ts';
import { compliments } from './compliments.ts';
import { services } from './services.ts';
import { registers } from './registers.ts';
import { proposals } from './proposals.ts';
import { unsent } from './unsent.ts';
import { exchange } from './exchange.ts';
import { webhooks } from './webhooks.ts';
import { chat } from './chat.ts';
import { budgetErrors } from './errors-budget.ts';
import { materialErrors } from './errors-material.ts';
import { materials } from './materials.ts';
import { chatErrors } from './errors-chat.ts';
import { channelErrors } from './errors-channel.ts';
import { exchangeErrors } from './errors-exchange.ts';
import { calendarFeeds } from './calendar-feeds.ts';
import { imports } from './imports.ts';
import { channels } from './channels.ts';
import { rota } from './rota.ts';
import { attendance } from './attendance.ts';
import { telephone } from './telephone.ts';
import { telephoneErrors } from './errors-telephone.ts';
import { messages } from './messages.ts';
import { conversationErrors } from './errors-conversation.ts';
import { importErrors } from './errors-import.ts';

/** Words of all other screens; they come with the first of them, or when there is time. */
export const catalogue: LaterWords = {
  event,
  contacts,
  front_desk: frontDesk,
  notices,
  return_visits: returnVisits,
  dispatch,
  worker,
  work_orders: workOrders,
  setup,
  tickets,
  board,
  customer_page: customerPage,
  customers,
  administration,
  people,
  calendars,
  limits,
  posts,
  departments,
  places,
  figures,
  summaries,
  upward,
  account,
  quality,
  reviews,
  milestones,
  charter,
  declined,
  error_log: errorLog,
  merging,
  security,
  second_factor: secondFactor,
  disputes,
  rounds,
  patrols,
  vacancies,
  shift,
  kinds,
  journal,
  macros,
  canned,
  phrases,
  told,
  bulk,
  feedback,
  improvement,
  day,
  daily,
  taken,
  arrivals,
  letters,
  receipts,
  charges,
  accounts,
  budget,
  materials,
  outreach,
  custodians,
  customer_archives: customerArchives,
  staff,
  papers,
  surveys,
  disturbances,
  contractors,
  emergency,
  bring,
  formalities,
  custody,
  configuration,
  pack,
  words,
  privacy,
  token_review: tokenReview,
  sign_on: signOn,
  presence,
  compliments,
  services,
  registers,
  training,
  knowledge,
  proposals,
  unsent,
  exchange,
  webhooks,
  calendar_feeds: calendarFeeds,
  imports,
  channels,
  rota,
  attendance,
  telephone,
  messages,
  chat,
  errors: {
    ...budgetErrors,
    ...materialErrors,
    ...chatErrors,
    ...importErrors,
    ...channelErrors,
    ...telephoneErrors,
    ...conversationErrors,
    ...exchangeErrors,
    ...knowledgeErrors,
    ...roundErrors,
    ...attendanceErrors,
    ...custodyErrors,
    ...mattersErrors,
    ...surveyErrors,
    ...qualityErrors,
    ...scoreErrors,
    ...staffErrors,
    ...trainingErrors,
    ...paperErrors,
    ...contractorErrors,
    ...noticeErrors,
    ...customerErrors,
    ...custodianErrors,
    ...chargeErrors,
    ...packErrors,
    ...peopleErrors,
  },
};
