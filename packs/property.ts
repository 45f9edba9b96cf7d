import type { Pack } from '../src/pack/format.ts';
import { words } from '../src/pack/shapes.ts';
import { calendars } from './property/calendars.ts';
import { departments } from './property/departments.ts';
import { careVisit } from './property/kinds/care-visit.ts';
import { complaint } from './property/kinds/complaint.ts';
import { compliment } from './property/kinds/compliment.ts';
import { consultation } from './property/kinds/consultation.ts';
import { demonstration } from './property/kinds/demonstration.ts';
import { dispute } from './property/kinds/dispute.ts';
import { emergencyRepair } from './property/kinds/emergency-repair.ts';
import { enquiry } from './property/kinds/enquiry.ts';
import { fitOut } from './property/kinds/fit-out.ts';
import { help } from './property/kinds/help.ts';
import { leak } from './property/kinds/leak.ts';
import { mailItem } from './property/kinds/mail-item.ts';
import { marketing } from './property/kinds/marketing.ts';
import { moveIn } from './property/kinds/move-in.ts';
import { productOrder } from './property/kinds/product-order.ts';
import { productProblem } from './property/kinds/product-problem.ts';
import { renovation } from './property/kinds/renovation.ts';
import { repairPrivate } from './property/kinds/repair-private.ts';
import { repairPublic } from './property/kinds/repair-public.ts';
import { repairSafety } from './property/kinds/repair-safety.ts';
import { request } from './property/kinds/request.ts';
import { patrolSuggestion } from './property/kinds/patrol-suggestion.ts';
import { violationNotice } from './property/kinds/violation-notice.ts';
import { restocking } from './property/kinds/restocking.ts';
import { suggestion } from './property/kinds/suggestion.ts';
import { survey } from './property/kinds/survey.ts';
import { task } from './property/kinds/task.ts';
import { customerFile } from './property/kinds/customer-file.ts';
import { filing } from './property/kinds/filing.ts';
import { officeService } from './property/kinds/office-service.ts';
import { publicBenefit } from './property/kinds/public-benefit.ts';
import { temporaryPass } from './property/kinds/temporary-pass.ts';
import { agencyRequest } from './property/kinds/agency-request.ts';
import { certificate } from './property/kinds/certificate.ts';
import { managementFormality } from './property/kinds/management-formality.ts';
import { oneStop } from './property/kinds/one-stop.ts';
import { unitTakeover } from './property/kinds/unit-takeover.ts';
import { unitTransfer } from './property/kinds/unit-transfer.ts';
import { vehiclePass } from './property/kinds/vehicle-pass.ts';
import { emergencyNotice } from './property/kinds/emergency-notice.ts';
import { tenantNotice } from './property/kinds/tenant-notice.ts';
import { unitLease, unitTitle } from './property/kinds/unit-registers.ts';
import { unitLists } from './property/kinds/unit-lists.ts';
import { specialService } from './property/kinds/special-service.ts';
import { articles } from './property/articles.ts';
import { offerings } from './property/offerings.ts';
import { posts } from './property/posts.ts';
import { rounds } from './property/rounds.ts';
import { settings } from './property/settings.ts';
import { spotChecks } from './property/spot-checks.ts';

/** The service centre of a residential estate. Numbers in the duties' rows are its shipped defaults; the rest is inferred. */
const property: Pack = {
  key: 'property',
  name: words('Residential estate', '住宅物业', '住宅物業'),
  about: words(
    'The service centre of a residential estate: repairs, complaints, help and everything residents ask',
    '住宅小区物业服务中心：报修、投诉、求助及住户的各类事项',
    '住宅社區物業服務中心：報修、投訴、求助及住戶的各類事項',
  ),
  zone: 'Asia/Shanghai',
  calendars,
  receptionCalendar: 'reception',
  departments,
  posts,
  administratorPost: 'administrator',
  kinds: [
    consultation,
    complaint,
    leak,
    repairPrivate,
    repairPublic,
    repairSafety,
    emergencyRepair,
    help,
    request,
    specialService,
    moveIn,
    renovation,
    fitOut,
    suggestion,
    dispute,
    compliment,
    task,
    enquiry,
    survey,
    marketing,
    restocking,
    customerFile,
    filing,
    mailItem,
    officeService,
    tenantNotice,
    emergencyNotice,
    temporaryPass,
    vehiclePass,
    certificate,
    unitTakeover,
    unitTransfer,
    managementFormality,
    agencyRequest,
    oneStop,
    unitTitle,
    unitLease,
    unitLists,
    publicBenefit,
    productProblem,
    productOrder,
    demonstration,
    careVisit,
    patrolSuggestion,
    violationNotice,
  ],
  spotChecks,
  rounds,
  offerings,
  articles,
  ...settings,
};

export default property;
