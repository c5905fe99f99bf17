import type { Page } from 'playwright-core'
import {
  visible,
  click,
  press,
  until,
  onFirstRow,
  menuEntry,
  menu,
  form,
  dialog,
  primary,
  openActions,
  act,
  selectRows,
  chooseFile,
  attach,
  turnTo,
} from './screen-steps.ts'
import { apiScreens } from './api-screens.ts'
import { leadScreens } from './lead-screens.ts'
import { accountScreens } from './account-screens.ts'
import { planScreens } from './plan-screens.ts'
import { receptionScreens } from './reception-screens.ts'
import { healthScreens } from './health-screens.ts'
import { secrecyScreens, whyMasked } from './secrecy-screens.ts'
import { securityScreens, wayInScreens } from './security-screens.ts'

/** Where the crawl finds what it looks at; undefined where whoever looks may not see such a thing. */
export interface Places {
  /** A customer with contacts, activities and a history. */
  customer: string | undefined
  /** A contact. */
  contact: string | undefined
  /** A planned activity. */
  planned: string | undefined
  /** An open task. */
  task: string | undefined
  /** What the menu leads to, and the first record of each list. */
  menu: { path: string; first: string | undefined }[]
}

/** One state of the screens that must be fit to be seen by anybody, in both languages, in both lights, on a wide window and on a phone. */
export interface Screen {
  name: string
  at: string | ((places: Places) => string)
  /** What brings it about, without a word of either language. */
  open?(page: Page): Promise<void>
  only?: 'wide' | 'phone'
}

const filter = (...parts: object[]) => `/customer?view=all&filter=${encodeURIComponent(JSON.stringify(parts))}`
/** A list of a few rows, for what opens over a list: it is there sooner than a long one. */
const few = `/customer?view=all&q=${encodeURIComponent('上海')}`
const segmentOf: Screen['at'] = ({ menu: entries }) => `/segment/${entries.find(({ path }) => path === '/segment')?.first}`
const cleanupOf: Screen['at'] = ({ menu: entries }) => `/cleanup/${entries.find(({ path }) => path === '/cleanup')?.first}`
const customerOf = ({ customer }: Places) => `/customer/${customer}`
const taskOf = ({ task }: Places) => `/task/${task}`
/** The first screen and the days. */
const dayScreens: Screen[] = [
  { name: 'today', at: '/today', open: until('.zk-today .zk-task') },
  { name: 'today, a task being put off', at: '/today', open: until(menu, click('.zk-task-later')) },
  { name: 'today, a task being handed on', at: '/today', open: until(menu, click('.zk-task .ant-dropdown-trigger:has(.anticon-more)')) },
  { name: 'new task', at: '/today?new=task', open: until(form) },
  {
    name: 'new task, repeated',
    at: '/today?new=task',
    open: until('.zk-repetition', click('[id$="-repeats"]'), press('ArrowDown'), press('ArrowDown'), press('Enter')),
  },
  { name: 'task', at: taskOf },
  { name: 'calendar, month', at: '/calendar?view=month&who=all', open: until('.zk-month') },
  { name: 'calendar, week', at: '/calendar?view=week&who=all', open: until('.zk-times') },
  { name: 'calendar, day', at: '/calendar?view=day&who=all', open: until('.zk-times') },
  { name: 'calendar, agenda', at: '/calendar?view=agenda&who=all', open: until('.zk-agenda') },
  {
    name: 'calendar, colleagues',
    at: '/calendar?view=agenda',
    open: until('.zk-calendar-people', click('.zk-calendar-head .ant-segmented:nth-of-type(n+3) .ant-segmented-item:last-child')),
  },
  { name: 'calendar, an entry', at: '/calendar?view=agenda&who=all', open: until('.ant-modal .zk-entry-actions', click('.zk-entry')) },
  {
    name: 'calendar, a new entry',
    at: '/calendar?view=week',
    open: until('.ant-modal .zk-entry-actions', click('.zk-calendar-head .ant-btn-primary')),
  },
  {
    name: 'calendar, feed',
    at: '/calendar?view=agenda',
    open: until('.ant-modal .zk-form-end, .ant-modal .ant-btn-primary', click('.zk-calendar-head .anticon-share-alt')),
  },
]

const listScreens: Screen[] = [
  { name: 'list', at: '/customer?view=all' },
  { name: 'list, searched', at: `/customer?view=all&q=${encodeURIComponent('西子')}` },
  { name: 'list, rows selected', at: few, open: selectRows },
  { name: 'list, one row peeked at', at: few, open: until('.zk-peek .zk-timeline', onFirstRow, press(' ')) },
  { name: 'list, a cell being changed', at: few, only: 'wide', open: until('.zk-cell-editor', onFirstRow, press('e')) },
  {
    name: 'list, filter being edited',
    at: filter({
      any: [
        { field: 'tier', op: 'eq', value: 'A' },
        {
          all: [
            { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } },
            { field: 'stage', op: 'in', value: ['mature'] },
          ],
        },
      ],
    }),
    open: until('.zk-filter-editor', click('.zk-filter-open')),
  },
  {
    name: 'list, what hangs on a record being counted',
    at: filter({
      linked: 'activity.customer',
      least: 2,
      where: [
        { field: 'kind', op: 'eq', value: 'visit' },
        { field: 'at', op: 'gte', value: { from: 'today', plus: -90 } },
      ],
    }),
    open: until('.zk-filter-counting', click('.zk-filter-open')),
  },
  { name: 'list, a condition being chosen', at: few, open: until(menu, click('.zk-filters .ant-btn')) },
  { name: 'list, display being chosen', at: few, open: until('.zk-columns', click('.zk-list-head .anticon-setting')) },
  {
    name: 'list, further actions',
    at: few,
    open: until(menu, click('.zk-list-head .ant-dropdown-trigger:has(.anticon-ellipsis)')),
  },
  {
    name: 'list, a view being saved',
    at: filter({ field: 'tier', op: 'eq', value: 'A' }, { field: 'createdAt', op: 'gt', value: { from: 'year', plus: -4 } }),
    open: until(dialog, click('.zk-views .ant-btn')),
  },
  { name: 'list in groups', at: `/customer?view=all&group=stage&totals=${encodeURIComponent('["employees"]')}`, open: until('.zk-group') },
  { name: 'board', at: '/customer?view=all&layout=board&group=stage', open: until('.zk-board-title') },
  { name: 'list as a calendar', at: '/activity?view=all&layout=calendar', open: until('.zk-list-calendar') },
  { name: 'list without any row', at: filter({ field: 'name', op: 'contains', value: '00000000' }), open: until('.zk-quiet') },
  { name: 'recycle bin', at: '/customer?bin=true' },
  { name: 'tasks', at: '/task?view=all' },
  { name: 'contacts', at: '/contact?view=all' },
  { name: 'activities', at: '/activity?view=all' },
  { name: 'new record', at: few, open: until(form, click(primary)) },
  {
    name: 'new record, refused',
    at: `/contact?view=all&q=${encodeURIComponent('陆小')}`,
    open: until('.zk-form-faults', click(primary), click('.ant-drawer .zk-form-foot .ant-btn-primary')),
  },
  {
    name: 'many changed at once',
    at: few,
    open: until('.zk-bulk-field', selectRows, click('.zk-selection .ant-btn')),
  },
]

const recordScreens: Screen[] = [
  { name: 'contact, with consents', at: ({ contact }) => `/contact/${contact}`, open: until('.zk-consents dd') },
  { name: 'record', at: customerOf },
  { name: 'record, timeline', at: customerOf, only: 'phone', open: turnTo(2) },
  { name: 'record, what hangs on it', at: customerOf, only: 'phone', open: turnTo(3) },
  { name: 'record, further actions', at: customerOf, open: openActions },
  {
    name: 'record, one fact being changed',
    at: customerOf,
    // Fingers use the button of the page.
    only: 'wide',
    open: until('.zk-fact-input form', click('.zk-facts > div:has(.anticon-edit) .zk-fact-edit')),
  },
  {
    name: 'record, history of a field',
    at: customerOf,
    only: 'wide',
    open: until(
      '.ant-popover .zk-field-history li, .ant-popover p.zk-field-history',
      click('.zk-facts .zk-fact-edit:has(.anticon-history)'),
    ),
  },
  { name: 'record, followers', at: customerOf, open: until('.zk-followers', click('.zk-follow .ant-btn:last-child')) },
  {
    name: 'record, a colleague being named',
    at: customerOf,
    open: until('.zk-mention-list [role=option]', turnTo(2), click('.zk-mention-box textarea'), async (page) => page.keyboard.type('@')),
  },
  { name: 'record, files', at: customerOf, open: until('.zk-file', turnTo(3), attach) },
  { name: 'record, a file', at: customerOf, open: until('.zk-preview pre', turnTo(3), attach, click('.zk-file button')) },
  { name: 'record being edited', at: customerOf, open: until(form, press('e')) },
  {
    name: 'record, a day being chosen',
    at: ({ planned }) => `/activity/${planned}`,
    open: until('.ant-picker-dropdown', press('e'), click('[id$="-at"]')),
  },
  { name: 'contact', at: ({ contact }) => `/contact/${contact}` },
  { name: 'activity', at: ({ planned }) => `/activity/${planned}` },
  { name: 'action', at: customerOf, open: act(0, 'customers.transfer') },
  { name: 'action that lets somebody in', at: customerOf, open: act(1, 'customer.share') },
  { name: 'no such record', at: '/customer/01900000-0000-7000-8000-000000000000', open: until('.zk-quiet') },
]

const segmentScreens: Screen[] = [
  { name: 'segments', at: '/segment?view=all' },
  { name: 'segment', at: segmentOf, open: until('.zk-facts') },
  { name: 'segment, its members and what became of it', at: segmentOf, open: until('.zk-passages', turnTo(1)) },
  { name: 'segment being edited', at: segmentOf, open: until('.zk-conditions-end .zk-count', press('e')) },
  { name: 'new segment', at: '/segment?view=all', open: until('.zk-conditions', click(primary)) },
]

const qualityScreens: Screen[] = [
  { name: 'quality of the data', at: '/quality', open: until('.zk-quality-table .zk-trend polyline') },
  { name: 'quality of the data, a year', at: '/quality?days=365', open: until('.zk-quality-all') },
  {
    name: 'quality of the data, the list to be mended',
    at: '/quality',
    open: until('.zk-row[data-id]', click('.zk-quality-all a:has(b)')),
  },
  { name: 'quality of a customer', at: customerOf, open: until('.zk-quality li') },
  { name: 'clean-ups', at: '/cleanup?view=all', open: until('.zk-row[data-id]') },
  { name: 'clean-up', at: cleanupOf, open: until('.zk-facts') },
  { name: 'clean-up, how far it has come', at: cleanupOf, open: until('.zk-cleanup-bar', turnTo(1)) },
  { name: 'new clean-up', at: '/cleanup?view=all', open: until(form, click(primary)) },
]

const importScreens: Screen[] = [
  { name: 'import, choosing a file', at: '/import/customer', open: until('.ant-upload-drag') },
  { name: 'import, checking', at: '/import/customer', open: chooseFile },
  {
    name: 'import, done',
    at: '/import/customer',
    open: until('.zk-import-actions', chooseFile, click('.zk-import-foot .ant-btn-primary:not([disabled])')),
  },
]

const shellScreens: Screen[] = [
  { name: 'search, empty', at: few, open: until('.ant-modal [role=option]', press('Control+k')) },
  {
    name: 'search',
    at: few,
    open: until('.ant-modal [role=option] mark', press('Control+k'), async (page) => visible(page, '.ant-modal input').fill('西子')),
  },
  {
    name: 'search, nothing found',
    at: few,
    open: until('.zk-find-nothing', press('Control+k'), async (page) => visible(page, '.ant-modal input').fill('00000000000')),
  },
  { name: 'bell', at: few, open: until('.zk-notices-panel', click('.zk-bell button')) },
  { name: 'notices', at: '/notices' },
  { name: 'preferences', at: '/preferences', open: until('.zk-kinds') },
  { name: 'operations', at: '/operations' },
  { name: 'looks without a current reason', at: '/looks' },
  { name: 'person menu', at: few, open: until(menu, click('.zk-me')) },
  { name: 'keys', at: few, only: 'wide', open: until('.zk-keys dl', press('?')) },
  { name: 'rest of the menu', at: few, only: 'phone', open: until('.zk-more-sheet a', click('.zk-rail button')) },
  { name: 'tour', at: few, open: until('.zk-tour', click('.zk-me'), click(menuEntry('tour'))) },
  { name: 'no such page', at: '/no-such-thing', open: until('.zk-quiet') },
]

/** Screens of somebody who works with customers. */
export const workScreens: readonly Screen[] = [
  // First: soon after signing in nobody is asked once more who he is.
  ...securityScreens,
  ...dayScreens,
  ...listScreens,
  ...recordScreens,
  ...segmentScreens,
  ...planScreens,
  ...leadScreens,
  ...accountScreens,
  ...receptionScreens,
  ...qualityScreens,
  ...importScreens,
  ...shellScreens,
]

const known = new Set([
  ...'/segment /contactPlan /quality /cleanup /today /calendar /task /customer /contact /activity'.split(' '),
  ...workScreens.flatMap(({ at }) => (typeof at === 'string' ? [at.split('?')[0]!] : [])),
])

/** Every other entry of the menu, and the first record of its list: screens that are added later are found here. */
const otherScreens = ({ menu: entries }: Places): Screen[] =>
  entries
    .filter(({ path }) => !known.has(path))
    .flatMap(({ path, first }) => [{ name: path, at: path }, ...(first ? [{ name: `first of ${path}`, at: `${path}/${first}` }] : [])])

/** Screens of whoever looks after the product. */
export const careScreens = (places: Places): Screen[] => [
  ...otherScreens(places),
  { name: 'jobs', at: '/jobs' },
  ...secrecyScreens,
  ...apiScreens,
  ...healthScreens,
  { name: 'new role', at: '/role?view=all', open: until(form, click(primary)) },
  { name: 'new custom field', at: '/customField?view=all', open: until(form, click(primary)) },
]

/** Screens of somebody to whom little has been opened: a day without much, a list without anything, a record of which he sees the card. */
export const littleScreens: readonly Screen[] = [
  { name: 'today of a guest', at: '/today' },
  { name: 'list of a guest', at: '/activity?view=all' },
  { name: 'record of a guest', at: ({ menu: entries }) => `/customer/${entries.find(({ path }) => path === '/customer')?.first}` },
]

/** Screens of somebody who sees numbers masked, and may look at them for a reason. */
export const maskedScreens: readonly Screen[] = [
  { name: 'masked record', at: ({ contact }) => `/contact/${contact}`, open: until('.zk-masked') },
  whyMasked,
  {
    name: 'a number being revealed',
    at: ({ contact }) => `/contact/${contact}`,
    open: until('.ant-modal .ant-radio', click('.zk-facts .anticon-eye')),
  },
]

export const wayIn: readonly Screen[] = [
  { name: 'choices, where the address no longer works', at: `/choices/${'a'.repeat(32)}`, open: until('.zk-choices [role=alert]') },
  ...wayInScreens,
]
