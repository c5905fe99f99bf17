import { words, type Words } from '#engine/text/words.ts'

/**
 * The people of the story that demo, tests and screenshots share: 云杉集团, a property developer in Hangzhou with a company in Shanghai
 * that must never see Hangzhou's customers.
 */

export interface CastDepartment {
  key: string
  name: string
  parent?: string
  isSite?: boolean
  legalEntity?: string
  /** The name of its working calendar; as of the department above where none is said. */
  calendar?: string
}

export const castDepartments: CastDepartment[] = [
  { key: 'group', name: '云杉集团', calendar: '标准工作日历' },
  { key: 'hangzhou', name: '杭州公司', parent: 'group', legalEntity: '云杉置业(杭州)有限公司' },
  { key: 'lake', name: '云杉湖项目部', parent: 'hangzhou', isSite: true, calendar: '案场工作日历' },
  { key: 'creek', name: '西溪项目部', parent: 'hangzhou', isSite: true, calendar: '案场工作日历' },
  { key: 'service', name: '客户服务部', parent: 'hangzhou' },
  { key: 'shanghai', name: '上海公司', parent: 'group', legalEntity: '云杉置业(上海)有限公司' },
  { key: 'river', name: '滨江项目部', parent: 'shanghai', isSite: true, calendar: '案场工作日历' },
  { key: 'property', name: '云杉物业', parent: 'group', legalEntity: '云杉物业服务有限公司' },
  { key: 'club', name: '云杉会', parent: 'group' },
]

export interface CastPerson {
  key: string
  name: string
  email: string
  department: string
  role: string
  superior?: string
  /** Offered on the sign-in page of the demo under these words. */
  words?: Words
}

export const castPeople: CastPerson[] = [
  {
    key: 'lin',
    name: '林远山',
    email: 'lin@yunshan.demo',
    department: 'group',
    role: 'director',
    words: words('总监 林远山', 'Director Lin'),
  },
  {
    key: 'wang',
    name: '王芳',
    email: 'wang@yunshan.demo',
    department: 'hangzhou',
    role: 'departmentHead',
    superior: 'lin',
    words: words('杭州主管 王芳', 'Head of Hangzhou Wang'),
  },
  {
    key: 'li',
    name: '李明',
    email: 'li@yunshan.demo',
    department: 'lake',
    role: 'sales',
    superior: 'wang',
    words: words('销售 李明', 'Salesperson Li'),
  },
  { key: 'zhang', name: '张伟', email: 'zhang@yunshan.demo', department: 'lake', role: 'sales', superior: 'wang' },
  { key: 'he', name: '何洁', email: 'he@yunshan.demo', department: 'creek', role: 'sales', superior: 'wang' },
  {
    key: 'chen',
    name: '陈静',
    email: 'chen@yunshan.demo',
    department: 'lake',
    role: 'reception',
    superior: 'wang',
    words: words('前台 陈静', 'Receptionist Chen'),
  },
  {
    key: 'zhou',
    name: '周涛',
    email: 'zhou@yunshan.demo',
    department: 'service',
    role: 'service',
    superior: 'wang',
    words: words('客服 周涛', 'Service agent Zhou'),
  },
  { key: 'zhao', name: '赵磊', email: 'zhao@yunshan.demo', department: 'shanghai', role: 'departmentHead', superior: 'lin' },
  {
    key: 'sun',
    name: '孙丽',
    email: 'sun@yunshan.demo',
    department: 'river',
    role: 'sales',
    superior: 'zhao',
    words: words('上海销售 孙丽', 'Shanghai salesperson Sun'),
  },
  { key: 'qian', name: '钱进', email: 'qian@yunshan.demo', department: 'river', role: 'sales', superior: 'zhao' },
  {
    key: 'wu',
    name: '吴敏',
    email: 'wu@yunshan.demo',
    department: 'property',
    role: 'collaborator',
    superior: 'lin',
    words: words('协作人 吴敏', 'Collaborator Wu'),
  },
  { key: 'zheng', name: '郑凯', email: 'zheng@yunshan.demo', department: 'club', role: 'collaborator', superior: 'lin' },
]

/** The password of everybody in the story. Such users may sign in only while the server is open to its own machine alone. */
export const castPassword = 'yunshan-demo'
