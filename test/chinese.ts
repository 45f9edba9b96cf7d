/** A half-width comma, colon, bracket... beside a Chinese character, quotation mark or bracket, which wants the full-width one. */
export const HALF_WIDTH = /[\u4e00-\u9fff“”「」（）][,;:!?()](?!\d)|[,;:!?()][\u4e00-\u9fff“”「」（）]/;

/**
 * Said in Hong Kong or in Taiwan alone. Traditional is written so that both understand it: where usage differs, by the form of the
 * right column, e.g. 升降機 | 電梯, 爆喉 | 水管爆裂, 瓦斯 and 煤氣 | 燃氣, 客訴 | 投訴, 門號 | 門牌.
 */
export const ONE_REGION_ONLY =
  /升降機|爆喉|水浸|總掣|牆身|地台|去水口|入屋|公共地方|煤氣|瓦斯|閉路電視|大堂門|污水渠|車閘|客訴|門號|櫃台|行事曆/;

/** Another word for what GLOSSARY.md has one for: resolved is 办结 | 解決, closed is 结单 | 結案, a matter is 事项 | 事項. */
export const OTHER_WORD = { 'zh-hans': /已解决|已经解决|结案/, 'zh-hant': /辦結|結單|案件/ };
