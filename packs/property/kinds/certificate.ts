import { words } from '../../../src/pack/shapes.ts';
import { application, formality, identity, lease, paper, titleDeed, where } from '../formalities.ts';
import { atIntake, onTicket } from '../lines.ts';

/** PASS-04: the certificates of an owner, of a household and for decoration works, new, renewed or replaced. */
export const certificate = formality({
  key: 'certificate',
  name: words('Certificate of owner, household or decoration', '业主证 / 住户证 / 装修证', '業主證 / 住戶證 / 裝修證'),
  about: words(
    'An owner or user applies for a certificate: papers, decision, certificate',
    '业主、使用人申办证件：核验资料、审批、发证',
    '業主、使用人申辦證件：核驗資料、審批、發證',
  ),
  issued: words('Certificate issued', '已发证', '已發證'),
  fields: [
    atIntake('choice', 'certificate', words('Certificate', '证件种类', '證件種類'), {
      choices: [
        { key: 'owner', name: words('Owner’s certificate', '业主证', '業主證') },
        { key: 'household', name: words('Household certificate', '住户证', '住戶證') },
        { key: 'decoration', name: words('Decoration certificate', '装修证', '裝修證') },
      ],
      indexed: true,
    }),
    atIntake('choice', 'asked_as', words('Asked for as', '办理方式', '辦理方式'), {
      choices: [
        { key: 'new', name: words('New', '新办', '新辦') },
        { key: 'renewal', name: words('Renewal', '换发', '換發') },
        { key: 'replacement', name: words('Replacement of a lost one', '遗失补办', '遺失補辦') },
      ],
      indexed: true,
    }),
    atIntake('text', 'holder', words('In whose name', '持证人姓名', '持證人姓名')),
    atIntake(
      'number',
      'residents',
      words('Number of residents', '居住人数', '居住人數'),
      where('certificate', 'household'),
    ),
    onTicket(
      'date',
      'valid_until',
      words('Valid until', '证件有效期至', '證件有效期至'),
      where('certificate', 'decoration'),
    ),
  ],
  needs: ['valid_until'],
  papers: [
    application(words('Application form for certificates', '办证申请表', '辦證申請表')),
    identity,
    titleDeed(where('certificate', 'owner')),
    lease({ ...where('certificate', 'household'), optional: true, hint: words('Of tenants', '租户提供', '租戶提供') }),
    paper(
      'residents_identity',
      'copy',
      words('Copies of the residents’ identity cards', '居住人身份证复印件', '居住人身分證影本'),
      { ...where('certificate', 'household'), eachOf: 'residents' },
    ),
    paper('photos', 'original', words('Photograph of the holder', '持证人照片', '持證人照片'), {
      ...where('certificate', 'household'),
    }),
    paper(
      'renovation_permission',
      'copy',
      words('Reviewed renovation application', '经审核的装修申请表', '經審核的裝修申請表'),
      where('certificate', 'decoration'),
    ),
    paper(
      'loss_statement',
      'filled_in',
      words('Statement of loss', '遗失声明', '遺失聲明'),
      where('asked_as', 'replacement'),
    ),
  ],
});
