import { fold } from './fold.ts'

/**
 * The provinces of China with their prefectures, as GB/T 2260 names them, without 省, 市, 自治区, 地区, 自治州; Hong Kong, Macao and
 * Taiwan's greater cities. Companies begin their names with one of them (《企业名称登记管理规定》, State Council decree 734, article 6).
 * Counties and districts are too many and too often words of their own: they are known by their last sign (余杭区).
 */
const divisions = `
北京 天津 上海 重庆
河北:石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安
山西:太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
内蒙古:呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善
辽宁:沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
吉林:长春 四平 辽源 通化 白山 松原 白城 延边
黑龙江:哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
江苏:南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟
浙江:杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚
安徽:合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福建:福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江
江西:南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
山东:济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
河南:郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
湖北:武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门
湖南:长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
广东:广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
广西:南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
海南:海口 三亚 三沙 儋州
四川:成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山
贵州:贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南
云南:昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆
西藏:拉萨 日喀则 昌都 林芝 山南 那曲
陕西:西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃:兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南
青海:西宁 海东 海北 黄南 果洛 玉树 海西
宁夏:银川 石嘴山 吴忠 固原 中卫
新疆:乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 石河子
香港 澳门 台湾:台北 高雄 台中 台南 新北 新竹`

/** Whole countries: "中国" before a name says no more than "上海" does. */
const countries = '中国 美国 日本 德国 英国 法国 韩国 新加坡'

interface Place {
  province: string
  city?: string
}

const places = new Map<string, Place>()
for (const word of countries.split(' ')) places.set(word, { province: word })
for (const line of divisions.trim().split('\n')) {
  const [head = '', cities] = line.split(':')
  const provinces = head.split(' ')
  for (const province of provinces) places.set(province, { province })
  for (const city of cities?.split(' ') ?? []) places.set(city, { province: provinces.at(-1)!, city })
}
const longest = 4

const rank = /^(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|省|市|地区)/
/** "余杭区", "长兴县": what follows a place that is named in full. */
const district = /^[\u4e00-\u9fff]{2,3}?[区县旗]/

/** A place that a text begins with, and how many signs name it. */
export function placeAtHead(text: string): { place: Place; length: number } | undefined {
  for (let n = Math.min(longest, text.length); n >= 2; n--) {
    const place = places.get(text.slice(0, n))
    if (!place) continue
    let length = n + (rank.exec(text.slice(n))?.[0].length ?? 0)
    const isNamedInFull = length > n
    const inner = placeAtHead(text.slice(length))
    if (inner && inner.place.province === place.province) return { place: inner.place, length: length + inner.length }
    if (isNamedInFull) length += district.exec(text.slice(length))?.[0].length ?? 0
    return { place, length }
  }
  return undefined
}

/** A place that a text ends with. */
export function placeAtTail(text: string): { place: Place; length: number } | undefined {
  const bareText = text.replace(/[省市]$/, '')
  for (let n = Math.min(longest, bareText.length); n >= 2; n--) {
    const place = places.get(bareText.slice(-n))
    if (place) return { place, length: n + text.length - bareText.length }
  }
  return undefined
}

/** A place as it is compared: "浙江/杭州", "浙江"; of other countries the words themselves. Undefined where none is named. */
export function readPlace(text: string): string | undefined {
  const folded = fold(text, 60)
  if (folded === '') return undefined
  const found = placeAtHead(folded)
  return found ? placeText(found.place) : folded
}

export const placeText = ({ province, city }: Place): string => (city ? `${province}/${city}` : province)

/** "in" where one place lies within the other: a province and a city of it; New York and New York City. */
export function comparePlaces(a: string, b: string): 'same' | 'in' | 'different' {
  if (a === b) return 'same'
  return a.startsWith(b) || b.startsWith(a) || a === '中国' || b === '中国' ? 'in' : 'different'
}
