import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const CustomerPlan = later(() => import('./CustomerPlan.tsx').then((file) => file.CustomerPlan))
const PlanReach = later(() => import('./PlanReach.tsx').then((file) => file.PlanReach))

export const communicationScreens: Screens = {
  panels: [
    {
      on: (record) => record.name === 'customer',
      place: 'main',
      words: words('沟通计划', 'Contact plan'),
      order: 10,
      Show: CustomerPlan,
    },
    {
      on: (record) => record.name === 'contactPlan',
      place: 'main',
      words: words('执行情况', 'How it stands'),
      order: 10,
      Show: PlanReach,
    },
  ],
}
