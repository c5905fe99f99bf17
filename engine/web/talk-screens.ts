import { atLeast } from '#engine/access/rules.ts'
import type { Item } from '#engine/access/present.ts'
import { words } from '#engine/text/words.ts'
import { later } from './later.tsx'
import type { Screens } from './screens.ts'

const CommentBox = later(() => import('./CommentBox.tsx').then((file) => file.CommentBox), { isLikely: true })
const FollowButton = later(() => import('./FollowButton.tsx').then((file) => file.FollowButton), { isLikely: true })

const isOpen = (item: Item): boolean => atLeast(item.can.level, 'full') && !item.deletedAt

/** Talking about records and being told of them: on every record's page, and screens of their own. */
export const talkScreens: Screens = {
  panels: [
    { words: words('关注', 'Follow'), place: 'head', on: (_, item) => isOpen(item), Show: FollowButton, order: 90 },
    { words: words('评论', 'Comment'), place: 'timeline', on: (_, item) => isOpen(item), Show: CommentBox, order: 10 },
  ],
  screens: [
    { path: '/notices', load: () => import('./NoticesPage.tsx').then(({ NoticesPage }) => ({ default: NoticesPage })) },
    { path: '/preferences', load: () => import('./PreferencesPage.tsx').then(({ PreferencesPage }) => ({ default: PreferencesPage })) },
  ],
  commands: [
    { words: words('通知', 'Notices'), aliases: ['提醒', '消息', 'notifications'], path: '/notices' },
    { words: words('设置：语言、通知、邮件', 'Preferences: language, notices, mail'), aliases: ['偏好', 'settings'], path: '/preferences' },
  ],
}
