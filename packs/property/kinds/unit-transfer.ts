import { words } from '../../../src/pack/shapes.ts';
import { application, formality, identity, paper, titleDeed, where } from '../formalities.ts';
import { atIntake, onTicket } from '../lines.ts';

/** PASS-04: a unit goes from one owner to another (过户); the new owner applies, and has the numbered confirmation. */
export const unitTransfer = formality({
  key: 'unit_transfer',
  name: words('Transfer of a unit', '过户', '過戶'),
  about: words(
    'A unit goes from one owner to another: papers, decision, confirmation',
    '房屋过户：核验资料、审批、出具过户确认单',
    '房屋過戶：核驗資料、審批、出具過戶確認單',
  ),
  issued: words('Transferred, confirmation issued', '已过户，确认单已出', '已過戶，確認單已出'),
  fields: [
    atIntake('text', 'former_owner', words('Former owner', '原业主', '原業主')),
    atIntake('text', 'new_owner', words('New owner', '新业主', '新業主')),
    atIntake('choice', 'manner', words('Manner of the transfer', '过户方式', '過戶方式'), {
      choices: [
        { key: 'sale', name: words('Sale', '买卖', '買賣') },
        { key: 'gift', name: words('Gift', '赠与', '贈與') },
        { key: 'inheritance', name: words('Inheritance', '继承', '繼承') },
        { key: 'judgment', name: words('Judgment', '司法裁判', '司法裁判') },
      ],
      indexed: true,
    }),
    onTicket('date', 'transferred_on', words('Transferred on', '过户日期', '過戶日期'), { indexed: true }),
  ],
  needs: ['transferred_on'],
  papers: [
    application(words('Application for transfer', '过户申请表', '過戶申請表')),
    identity,
    paper(
      'former_identity',
      'copy',
      words('Copy of the former owner’s identity card', '原业主身份证复印件', '原業主身分證影本'),
      where('manner', 'sale'),
    ),
    titleDeed({ hint: words('In the new owner’s name', '新业主名下', '新業主名下') }),
    paper(
      'ground',
      'copy',
      words('Deed of gift, proof of inheritance or judgment', '赠与、继承证明或裁判文书', '贈與、繼承證明或裁判文書'),
      { optional: true, hint: words('Where it was no sale', '非买卖过户时提供', '非買賣過戶時提供') },
    ),
    paper('charges_settled', 'original', words('Receipt of charges settled', '费用结清凭证', '費用結清憑證')),
    paper(
      'covenant',
      'filled_in',
      words('Covenant signed by the new owner', '新业主签署的管理规约', '新業主簽署的管理規約'),
    ),
  ],
});
