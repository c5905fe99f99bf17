import { words } from '#engine/text/words.ts'
import { later } from '#engine/web/later.tsx'
import { RelatedList } from '#engine/web/RelatedList.tsx'
import type { PanelProps, Screens } from '#engine/web/screens.ts'

const HandoverChecklist = later(() => import('./HandoverChecklist.tsx').then((file) => file.HandoverChecklist))
const ServiceOfCustomer = later(() => import('./ServiceOfCustomer.tsx').then((file) => file.ServiceOfCustomer))

/** What account managers keep beside a customer. */
const KeptOfCustomer = ({ record, item, title }: PanelProps) => (
  <>
    {['watchEntry.customer', 'visitForm.customer', 'upgradeRequest.customer'].map((path) => (
      <RelatedList key={path} path={path} item={item} owner={record} title={title} />
    ))}
  </>
)

export const accountScreens: Screens = {
  screens: [
    { path: '/workload', load: () => import('./WorkloadPage.tsx') },
    { path: '/visits', load: () => import('./VisitsPage.tsx') },
  ],
  panels: [
    {
      on: (record) => record.name === 'handover',
      place: 'main',
      words: words('交接清单', 'Checklist'),
      order: 10,
      Show: HandoverChecklist,
    },
    {
      on: (record) => record.name === 'customer',
      place: 'facts',
      words: words('服务级别', 'Service level'),
      order: 30,
      Show: ServiceOfCustomer,
    },
    {
      on: (record, item) => record.name === 'customer' && item.can.level !== 'card',
      place: 'related',
      words: words('客户经营', 'Account management'),
      order: 60,
      Show: KeptOfCustomer,
    },
  ],
  commands: [
    { words: words('工作量与平衡', 'Workload and balancing'), aliases: ['负荷', '平衡', 'workload', 'balance'], path: '/workload' },
    { words: words('今天的拜访路线', 'Route of today'), aliases: ['拜访', '路线', 'visits', 'route'], path: '/visits' },
  ],
}
