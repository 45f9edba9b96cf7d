import { words } from '../../../src/pack/shapes.ts';
import { application, formality, identity, lease, paper, titleDeed, where } from '../formalities.ts';
import { atIntake } from '../lines.ts';

/** PASS-05: whatever else owners and users have to have done or certified (S4 §10.6); which there are, a house words for itself. */
export const managementFormality = formality({
  key: 'management_formality',
  name: words('Management formality or certificate', '管理手续与证明', '管理手續與證明'),
  about: words(
    'An owner or user needs something done or certified: papers, decision, numbered paper',
    '业主、使用人办理其他管理手续或证明：核验资料、审批、编号出具',
    '業主、使用人辦理其他管理手續或證明：核驗資料、審批、編號出具',
  ),
  issued: words('Paper issued', '已出具', '已出具'),
  fields: [
    atIntake('choice', 'formality', words('Formality', '手续种类', '手續種類'), {
      choices: [
        { key: 'residence', name: words('Proof of residence', '居住证明', '居住證明') },
        { key: 'goods_out', name: words('Release of goods', '物品放行条', '物品放行條') },
        { key: 'shop_sign', name: words('Consent to a shop sign', '招牌安装同意书', '招牌安裝同意書') },
        { key: 'dog', name: words('Registration of a dog', '犬只登记', '犬隻登記') },
        { key: 'other', name: words('Something else', '其他', '其他') },
      ],
      indexed: true,
    }),
    atIntake('text', 'purpose', words('What it is for', '用途', '用途')),
  ],
  papers: [
    application(words('Application form', '办理申请表', '辦理申請表')),
    identity,
    titleDeed({ ...where('formality', 'residence'), optional: true, hint: words('Of owners', '业主提供', '業主提供') }),
    lease({ ...where('formality', 'residence'), optional: true, hint: words('Of tenants', '租户提供', '租戶提供') }),
    paper(
      'goods_list',
      'filled_in',
      words('List of the goods', '物品清单', '物品清單'),
      where('formality', 'goods_out'),
    ),
    paper(
      'sign_drawing',
      'copy',
      words('Drawing of the sign', '招牌效果图', '招牌設計圖'),
      where('formality', 'shop_sign'),
    ),
    paper('licence', 'copy', words('Business licence', '营业执照', '營業執照'), where('formality', 'shop_sign')),
    paper('dog_licence', 'original', words('Dog licence', '养犬登记证', '犬隻登記證'), where('formality', 'dog')),
    paper('vaccination', 'copy', words('Proof of vaccination', '免疫证明', '疫苗接種證明'), where('formality', 'dog')),
  ],
});
