/**
 * The words that stand around what tells a company from another. Forms by the Company Law of 2023 (有限责任公司, 股份有限公司) and the
 * Partnership Enterprise Law of 2006 in China, and the usual ones elsewhere; lines of business as 《企业名称登记管理规定》 (State Council
 * decree 734, article 6) orders a name: place, distinctive part 字号, line of business 行业, form of organisation.
 */
export type LegalForm = 'limited' | 'shares' | 'partnership' | 'sole' | 'company'

/** Forms written in Chinese, the longest first; with 集团 in them they name a group. */
export const chineseForms: readonly (readonly [string, LegalForm])[] = [
  ['股份有限责任公司', 'shares'],
  ['股份有限公司', 'shares'],
  ['有限责任公司', 'limited'],
  ['有限公司', 'limited'],
  ['股份公司', 'shares'],
  ['株式会社', 'shares'],
  ['合伙企业', 'partnership'],
  ['有限合伙', 'partnership'],
  ['普通合伙', 'partnership'],
  ['个人独资企业', 'sole'],
  ['个体工商户', 'sole'],
  ['总公司', 'company'],
  ['公司', 'company'],
]

/** Forms written in letters. Companies of other countries are kept apart no further than that: limited, by shares, in partnership. */
export const latinForms: ReadonlyMap<string, LegalForm> = new Map(
  Object.entries({
    limited: 'ltd limited llc gmbh sarl bv srl pte pty sdn bhd ltda oy as aps kft spzoo doo',
    shares: 'inc incorporated corp corporation plc ag sa spa nv kk ab se oyj',
    partnership: 'lp llp kg ohg gbr',
    company: 'co company',
  }).flatMap(([form, written]) => written.split(' ').map((word) => [word, form as LegalForm] as const)),
)

/** Parts of a company that are customers of their own. */
export const branchWords =
  '分公司|子公司|分店|门店|专卖店|旗舰店|直营店|支行|分行|支公司|办事处|代表处|营业部|营业厅|分部|分校|分院|分厂|经营部|项目部|事业部|服务中心|信用卡中心|数据中心|研究院|研究所'

const lines = (text: string): string[] => text.trim().split(/\s+/)

/** Lines of business and what fills a name up: they say little about which company it is. */
export const trades: ReadonlySet<string> = new Set(
  lines(`
  科技 技术 信息 网络 软件 数据 数码 数字 电子 电子商务 商务 互联网 互联 智能 人工智能 通信 通讯 系统 集成 云计算 大数据 物联网 传感 计算机 电脑 网联
  文化 传媒 传播 广告 影视 影业 娱乐 游戏 动漫 音乐 文旅 文体 旅游 旅行 旅行社 体育 出版 教育 培训 学校 学院 学堂 在线教育 外教 口语 英语 幼儿园 大学 中学 小学
  发展 实业 投资 管理 咨询 顾问 服务 信息咨询 商务咨询 企业管理 商业 贸易 商贸 国际贸易 国际 进出口 外贸 供应链 物流 快递 货运 运输 仓储 百货 超市 连锁 零售 便利 便利店 商店 商城 商场 专卖 用品 个人用品 日用品 批发
  金融 金科 金服 金融服务 资产 资产管理 资本 基金 证券 保险 保险代理 银行 担保 租赁 典当 支付 征信 信托 期货 财富 小额贷款 融资租赁 互助
  医疗 医药 药业 制药 生物 健康 医院 诊所 大药房 药房 器械 医疗器械 养老 护理 化妆品 美容 美业 护肤 口腔
  建筑 建设 工程 装饰 装修 装潢 设计 建材 建筑工程 市政 园林 景观 房地产 置业 置地 地产 物业 物业管理 物业服务 房产 房产经纪 家居 家具 家装 家政 五金 门窗 钢结构 混凝土 水泥 矿业 钢铁 冶金 金属
  电力 电气 电器 电机 能源 新能源 燃气 水务 自来水 环保 环境 节能 光电 光伏 照明 仪器 仪表 仪器仪表 自动化 机械 机电 机床 设备 制造 装备 精密 模具 阀门 汽车 汽配 汽车配件 汽车销售 摩托车 轮胎 零部件 配件 材料 新材料 化工 化学 化纤 塑料 橡胶 包装 印刷 纸业 造纸 玻璃 陶瓷 电缆 线缆 元件 元器件 半导体 微电子 集成电路
  食品 餐饮 酒店 酒业 饮料 茶业 茶叶 农业 农牧 牧业 渔业 种业 粮油 粮食 水产 饲料 乳业 酒店管理 餐饮管理 火锅 面馆 酒家 饭店 宾馆 服饰 服装 纺织 家纺 针织 鞋业 皮革 珠宝 首饰 眼镜 钟表 玩具 礼品 床上用品 家电 航空 航运 铁路 交通 出行 港口 船舶 安防 安全 保安 保洁 人力资源 人才 劳务 外包 法律 律师事务所 会计师事务所 事务所 检测 认证 知识产权 工作室 销售 营销 策划 营销策划 市场 推广 品牌 经营 开发 研发 研究院 研究所 在线 工厂 单车
  `),
)

/** What is put behind a name without saying anything of its business. */
export const fillers: ReadonlySet<string> = new Set(lines('股份 集团 控股 企业 机构 公司 平台 中心 官网 网 厂 app lab'))

/** The longest line of business. */
export const longestTrade: number = Math.max(...[...trades].map((word) => word.length))

/** The same in letters, and words that merely join. */
export const latinTrades: ReadonlySet<string> = new Set(
  lines(`
  the of and de la le les du des el los a an at in on by for und et
  restaurant restaurants ristorante trattoria cafe caffe coffee bar grill grille room dining bistro brasserie house inn hotel hotels kitchen cuisine diner deli bakery steakhouse club pub pizza pizzeria bbq
  international global worldwide group holding holdings enterprise enterprises company companies business trading trade import export industries industry industrial manufacturing products product services service solutions systems system technology technologies tech software network networks digital data information consulting consultants management partners associates capital investment investments finance financial bank insurance media communications engineering construction energy power electric electronics logistics transport shipping medical health healthcare pharma pharmaceutical pharmaceuticals education school university institute center centre store stores shop market foods food china asia pacific usa us
  `),
)
