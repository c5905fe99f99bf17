import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const CustomerNumbers = later(() => import('./CustomerNumbers.tsx').then((file) => file.CustomerNumbers))
const PlannedContacts = later(() => import('./PlannedContacts.tsx').then((file) => file.PlannedContacts))
const RecentCustomers = later(() => import('./RecentCustomers.tsx').then((file) => file.RecentCustomers))

const CompareDuplicate = later(() => import('./CompareDuplicate.tsx').then((file) => file.CompareDuplicate))

const NearContacts = later(() => import('./NearContacts.tsx').then((file) => file.NearContacts), { isLikely: true })
const ThreeSteps = later(() => import('./ThreeSteps.tsx').then((file) => file.ThreeSteps), { isLikely: true })
const StepsOfActivity = later(() => import('./ThreeSteps.tsx').then((file) => file.StepsOfActivity))
const CleanupDone = later(() => import('./CleanupDone.tsx').then((file) => file.CleanupDone))
const CleanupProgress = later(() => import('./CleanupProgress.tsx').then((file) => file.CleanupProgress))
const Consents = later(() => import('./Consents.tsx').then((file) => file.Consents))
const CopyForPerson = later(() => import('./CopyForPerson.tsx').then((file) => file.CopyForPerson))
const MemberCount = later(() => import('./MemberCount.tsx').then((file) => file.MemberCount))
const PoolCustomers = later(() => import('./PoolCustomers.tsx').then((file) => file.PoolCustomers))
const PoolOfCustomer = later(() => import('./PoolOfCustomer.tsx').then((file) => file.PoolOfCustomer))
const PoolReturns = later(() => import('./PoolReturns.tsx').then((file) => file.PoolReturns))
const RetentionTrial = later(() => import('./RetentionTrial.tsx').then((file) => file.RetentionTrial))
const QualityOfCustomer = later(() => import('./QualityOfCustomer.tsx').then((file) => file.QualityOfCustomer))
const SegmentMembers = later(() => import('./SegmentMembers.tsx').then((file) => file.SegmentMembers))
const SegmentHistory = later(() => import('./SegmentHistory.tsx').then((file) => file.SegmentHistoryPanel))
const SegmentsOfCustomer = later(() => import('./SegmentsOfCustomer.tsx').then((file) => file.SegmentsOfCustomer))

export const customerScreens: Screens = {
  panels: [
    { on: (record) => record.name === 'duplicate', place: 'head', words: words('对比', 'Compare'), Show: CompareDuplicate },
    {
      on: (record, item) => record.name === 'activity' && item.isImportant === true,
      place: 'main',
      words: words('三步', 'Three steps'),
      Show: StepsOfActivity,
    },
    { on: (record) => record.name === 'cleanup', place: 'main', words: words('进度', 'Progress'), Show: CleanupProgress },
    { on: (record) => record.name === 'contact', place: 'facts', words: words('同意', 'Consent'), Show: Consents },
    {
      on: (record, item) => record.name === 'subjectRequest' && item.kind === 'copy',
      place: 'head',
      words: words('副本', 'Copy'),
      Show: CopyForPerson,
    },
    {
      on: (record) => record.name === 'retentionRule',
      place: 'main',
      words: words('会处理什么', 'What it would do'),
      Show: RetentionTrial,
    },
    {
      on: (record) => record.name === 'pool',
      place: 'main',
      words: words('可领取的客户', 'Customers to claim'),
      order: 10,
      Show: PoolCustomers,
    },
    { on: (record) => record.name === 'pool', place: 'main', words: words('将退回的客户', 'Who returns'), order: 20, Show: PoolReturns },
    { on: (record) => record.name === 'customer', place: 'facts', words: words('公海', 'Pool'), order: 10, Show: PoolOfCustomer },
    { on: (record) => record.name === 'segment', place: 'main', words: words('成员', 'Members'), order: 10, Show: SegmentMembers },
    { on: (record) => record.name === 'segment', place: 'main', words: words('变化', 'Changes'), order: 20, Show: SegmentHistory },
    {
      on: (record, item) => record.name === 'customer' && 'quality' in item,
      place: 'facts',
      words: words('资料质量', 'Quality'),
      order: 20,
      Show: QualityOfCustomer,
    },
    { on: (record) => record.name === 'customer', place: 'facts', words: words('所在分群', 'Segments'), Show: SegmentsOfCustomer },
  ],
  formNotes: [
    { record: 'activity', Show: NearContacts },
    { record: 'activity', Show: ThreeSteps },
  ],
  screens: [
    { path: '/quality', load: () => import('./DataQualityPage.tsx') },
    { path: '/looks', load: () => import('./LooksPage.tsx') },
  ],
  commands: [
    {
      words: words('无当前原因的查看', 'Looks without a current reason'),
      aliases: ['查看', '审计', 'looks', 'audit'],
      path: '/looks',
    },
  ],
  openPages: [{ path: '/choices/', load: () => import('./ChoicesPage.tsx') }],
  columns: [
    { record: 'segment', path: '+members', words: words('成员数', 'Members'), kind: 'integer', Show: MemberCount },
    { record: 'cleanup', path: '+done', words: words('完成', 'Done'), kind: 'money', needs: ['list', 'target'], Show: CleanupDone },
  ],
  today: [
    { place: 'main', order: 20, Show: PlannedContacts },
    { place: 'side', order: 10, Show: CustomerNumbers },
    { place: 'side', order: 20, Show: RecentCustomers },
  ],
}
