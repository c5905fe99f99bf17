/** Believable Chinese names for seeding, from a small generator of its own: the same seed gives the same company. */

export interface Random {
  (): number
}

/** A small, fast generator (mulberry32): repeatable. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

export const cities =
  '杭州 宁波 温州 绍兴 上海 北京 深圳 广州 成都 重庆 武汉 南京 苏州 无锡 西安 长沙 青岛 济南 厦门 福州 合肥 郑州 天津 沈阳 大连 昆明 贵阳 南昌 石家庄 太原'.split(
    ' ',
  )
export const industries =
  '软件服务 电子商务 机械制造 生物医药 新能源 建筑工程 物流运输 食品饮料 纺织服装 金融服务 教育培训 文化传媒 环保科技 化工材料 汽车零部件 酒店餐饮 农业科技 家居建材 通信设备 商业零售'.split(
    ' ',
  )
const brand = '云杉瑞恒达安信诚泰盛宏远博创智联华兴金鼎天成明德嘉禾启航中和正阳海纳百川长青锦程卓越广源新宇恒通万顺聚力凯旋隆昌福临永丰'
const forms = ['有限公司', '股份有限公司', '集团有限公司', '有限责任公司']
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const given =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰建华文辉玲红梅鹏宇浩然子涵雨欣梓萱一诺思远嘉怡俊豪欣怡志远晓东海燕国庆春梅雪峰立新振华'
const bureaus = ['税务局', '教育局', '卫生健康委员会', '住房和城乡建设局', '市场监督管理局', '交通运输局', '民政局', '水务局']

const letters = (random: Random, from: string, n: number) =>
  Array.from({ length: n }, () => from[Math.floor(random() * from.length)]!).join('')

export const personName = (random: Random): string => pick(random, [...surnames]) + letters(random, given, random() < 0.75 ? 2 : 1)
export const companyName = (random: Random, city: string, industry: string): string =>
  `${city}${letters(random, brand, random() < 0.6 ? 2 : 3)}${industry.slice(0, 2)}${pick(random, ['科技', '实业', '贸易', '发展', '工程', ''])}${pick(random, forms)}`
export const bureauName = (random: Random, city: string): string => `${city}市${letters(random, brand, 2)}区${pick(random, bureaus)}`

/** An index below n, small ones far more often: how customers gather on owners and activities on customers in life. */
export const skewed = (random: Random, n: number, power: number): number => Math.min(n - 1, Math.floor(random() ** power * n))
