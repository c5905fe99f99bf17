import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const CustomerNumbers = later(() => import('./CustomerNumbers.tsx').then((file) => file.CustomerNumbers))
const PlannedContacts = later(() => import('./PlannedContacts.tsx').then((file) => file.PlannedContacts))
const RecentCustomers = later(() => import('./RecentCustomers.tsx').then((file) => file.RecentCustomers))

const CompareDuplicate = later(() => import('./CompareDuplicate.tsx').then((file) => file.CompareDuplicate))

const Consents = later(() => import('./Consents.tsx').then((file) => file.Consents))

export const customerScreens: Screens = {
  panels: [
    { on: (record) => record.name === 'duplicate', place: 'head', words: words('对比', 'Compare'), Show: CompareDuplicate },
    { on: (record) => record.name === 'contact', place: 'facts', words: words('同意', 'Consent'), Show: Consents },
  ],
  openPages: [{ path: '/choices/', load: () => import('./ChoicesPage.tsx') }],
  today: [
    { place: 'main', order: 20, Show: PlannedContacts },
    { place: 'side', order: 10, Show: CustomerNumbers },
    { place: 'side', order: 20, Show: RecentCustomers },
  ],
}
