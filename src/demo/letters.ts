import type { Incoming } from '../channel/port.ts';

export type Letter = { from: string; name: string; subject: string; text: string } & Partial<
  Pick<Incoming, 'conversationId' | 'quoted' | 'sort' | 'answersId'>
>;

export const SILENT_MAILBOX = {
  name: '服务邮箱',
  address: 'service@huiyin.example',
  settings: {
    imap: { host: 'imap.huiyin.example', port: 993, secure: 'tls' },
    smtp: { host: 'smtp.huiyin.example', port: 465, secure: 'tls' },
    user: 'service@huiyin.example',
    auth: 'password',
  },
};

const CHEN = { from: 'chen.li@mail.example', name: '陈立' };

/** What is written in the demo centre, to it and by it. */
export const WRITTEN = {
  parking: {
    ...CHEN,
    subject: '咨询月租车位',
    text: '您好，想咨询一下地下车库月租车位的费用，以及需要带哪些材料办理？谢谢！\n\n陈立',
  },
  parkingAnswer:
    '陈先生您好：\n\n地下车库月租车位每月 380 元。办理时请带身份证、行驶证，到客户服务中心前台即可，工作日 8:30 至 17:30。',
  parkingAgain: {
    ...CHEN,
    subject: 'Re: 咨询月租车位',
    text: '收到，多谢。请问周六可以办理吗？',
    quoted: '> 地下车库月租车位每月 380 元。办理时请带身份证、行驶证，到客户服务中心前台即可……',
  },
  advertisement: {
    from: 'promo@ads.example',
    name: '开锁换锁',
    subject: '专业开锁，24 小时上门',
    text: '专业开锁换锁，欢迎物业合作。',
  },
  lawn: {
    from: 'sun.hao@mail.example',
    name: '孙浩',
    subject: '建议调整草坪浇水时间',
    text: '早上七点浇水正好是大家出门的时间，路面湿滑。能否改到九点以后？',
  },
  lawnNote: '已问过绿化班，下周起可以改到九点半。',
  stain: {
    from: 'zhou.min@mail.example',
    name: '周敏',
    subject: '主卧天花板有水渍，面积在扩大',
    text: '您好：\n\n我家主卧天花板昨晚开始出现水渍，今早面积更大了，怀疑是楼上卫生间漏水。请尽快安排师傅来看，我白天都在家。',
  },
  away: {
    from: 'he.yan@mail.example',
    name: '何燕',
    subject: '自动回复：装修巡查通知',
    text: '本人出差中，周五返回后回复。',
    sort: 'automatic',
  },
} as const satisfies Record<string, Letter | string>;
