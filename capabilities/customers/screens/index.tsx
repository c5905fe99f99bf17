import type { Screens } from '#engine/web/screens.ts'
import { CustomerNumbers } from './CustomerNumbers.tsx'
import { PlannedContacts } from './PlannedContacts.tsx'
import { RecentCustomers } from './RecentCustomers.tsx'

export const customerScreens: Screens = {
  today: [
    { place: 'main', order: 20, Show: PlannedContacts },
    { place: 'side', order: 10, Show: CustomerNumbers },
    { place: 'side', order: 20, Show: RecentCustomers },
  ],
}
