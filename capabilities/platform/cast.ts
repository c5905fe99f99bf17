/** The tasks of the story. Givers and assignees are people of `staff/cast.ts`, what they are about customers of `customers/cast.ts`, by key. */
export interface CastTask {
  key: string
  /** Who gave it; the assignee himself unless said. */
  by?: string
  assignee: string
  /** Days from today; without one it has no date. */
  dueIn?: number
  about?: string
  values: Record<string, unknown>
  /** It was done, or called off, with these words. */
  done?: string
  cancelled?: string
}

export const castTasks: CastTask[] = [
  {
    key: 'xiziOffer',
    assignee: 'li',
    dueIn: -2,
    about: 'xizi',
    values: { title: '给西子机械发两版付款方案', priority: 'high', note: '按年付与按季付各一版，折扣先不写。' },
  },
  {
    key: 'huangSchool',
    assignee: 'li',
    dueIn: 0,
    about: 'huang',
    values: { title: '整理学区资料发给黄建国', dueTime: '17:30', remind: 'm30' },
  },
  {
    key: 'xiziContract',
    by: 'wang',
    assignee: 'li',
    dueIn: 0,
    about: 'xizi',
    values: { title: '确认西子机械合同抬头', priority: 'high' },
  },
  {
    key: 'weekly',
    by: 'wang',
    assignee: 'li',
    dueIn: 3,
    values: { title: '本周客户进展周报', dueTime: '17:00', remind: 'h1', repeats: 'FREQ=WEEKLY' },
  },
  { key: 'lvyeVisit', assignee: 'li', dueIn: 4, about: 'lvye', values: { title: '准备绿野环保来访材料' } },
  { key: 'qianhuGift', assignee: 'li', dueIn: 18, about: 'qianhu', values: { title: '钱晓燕家交房一周年回访', priority: 'low' } },
  { key: 'scripts', assignee: 'li', values: { title: '整理常见问题的回答口径', priority: 'low' } },
  { key: 'floorPlan', by: 'li', assignee: 'zhou', dueIn: 1, about: 'xizi', values: { title: '协助调取 3 号楼整层平面图' } },
  {
    key: 'lvyeGuests',
    by: 'li',
    assignee: 'chen',
    dueIn: 3,
    about: 'lvye',
    values: { title: '接待绿野环保方总一行', dueTime: '10:00' },
  },
  { key: 'xuCall', assignee: 'zhang', dueIn: -1, about: 'xu', values: { title: '回复许文静户型问题' } },
  {
    key: 'yuhangForm',
    by: 'wang',
    assignee: 'zhang',
    dueIn: 2,
    about: 'yuhang',
    values: { title: '提交余杭区住建局备案表', priority: 'high' },
  },
  { key: 'taoQuote', assignee: 'he', dueIn: 1, about: 'tao', values: { title: '给陶然文化报价' } },
  { key: 'review', assignee: 'wang', dueIn: 0, values: { title: '抽查本周联系记录', dueTime: '16:00', repeats: 'FREQ=WEEKLY' } },
  {
    key: 'month',
    by: 'lin',
    assignee: 'wang',
    dueIn: 6,
    values: { title: '杭州公司月度经营分析', repeats: 'FREQ=MONTHLY;BYMONTHDAY=-1', remind: 'd1' },
  },
  { key: 'shanghai', by: 'lin', assignee: 'zhao', dueIn: 5, values: { title: '滨江项目部人员编制方案' } },
  { key: 'board', assignee: 'lin', dueIn: 8, values: { title: '季度董事会材料', priority: 'high', remind: 'd2' } },
  { key: 'pujiangFloor', assignee: 'sun', dueIn: 0, about: 'pujiang', values: { title: '约浦江精密顾总复看' } },
  { key: 'wuKeys', by: 'li', assignee: 'wu', dueIn: 2, about: 'xizi', values: { title: '确认 3 号楼机电验收时间' } },
  { key: 'desk', assignee: 'chen', dueIn: 0, values: { title: '补齐前台沙盘讲解手册', repeats: 'FREQ=DAILY;INTERVAL=14' } },
  { key: 'calls', by: 'wang', assignee: 'zhou', dueIn: -1, values: { title: '整理上周来电投诉汇总' } },
  { key: 'visited', assignee: 'li', dueIn: -4, about: 'huang', values: { title: '登记黄建国首次来访' }, done: '已登记，意向 B' },
  { key: 'parking', by: 'wang', assignee: 'li', dueIn: -3, about: 'xizi', values: { title: '核对西子机械车位需求' }, done: '需要 40 个' },
  { key: 'brochure', assignee: 'zhang', dueIn: -6, values: { title: '领取新版楼书' }, cancelled: '改用电子版' },
]
