import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { Department } from './records/department.ts'

export { Department }

export const staff: Capability = {
  name: 'staff',
  words: words('人员', 'Staff'),
  rank: 1,
  records: [Department],
  menu: [
    {
      path: '/department',
      words: words('部门', 'Departments'),
      icon: 'apartment',
      record: 'department',
      roles: ['administrator'],
      order: 900,
    },
  ],
}
