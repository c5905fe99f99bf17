import { useNavigate } from '@tanstack/react-router'
import { Avatar, Button, Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import type { Description } from '#engine/record/describe.ts'
import type { Locale } from '#engine/text/words.ts'
import { useInstall } from './install.ts'
import { useLanguage } from './language.tsx'

/** What belongs to whoever is signed in: his page, language and light, keys, the tour, the way out. */
export function PersonMenu({
  me,
  canSeeUsers,
  isPhone,
  isDark,
  onDark,
  onLanguage,
  onKeys,
  onTour,
  onSignOut,
}: {
  me: Description['me']
  canSeeUsers: boolean
  isPhone: boolean
  isDark: boolean
  onDark(isDark: boolean): void
  onLanguage(locale: Locale): void
  onKeys(): void
  onTour(): void
  onSignOut(): void
}) {
  const { t, locale } = useLanguage()
  const navigate = useNavigate()
  const install = useInstall()
  const entry = (key: string, label: ReactNode, onClick: () => void) => ({ key, label, onClick })
  const items: MenuProps['items'] = [
    { key: 'name', label: me.name, disabled: true },
    ...(canSeeUsers
      ? [entry('self', t('我的资料', 'My page'), () => void navigate({ to: '/$record/$id', params: { record: 'user', id: me.id } }))]
      : []),
    entry('preferences', t('设置', 'Preferences'), () => void navigate({ to: '/preferences' as string })),
    entry('security', t('登录与安全', 'Sign-in and security'), () => void navigate({ to: '/security' as string })),
    entry('operations', t('操作记录', 'Operations'), () => void navigate({ to: '/operations' })),
    { type: 'divider' },
    // On a phone there is no room for them beside the search.
    ...(isPhone
      ? [
          entry('language', locale === 'zh' ? <span lang="en">English</span> : <span lang="zh-CN">中文</span>, () =>
            onLanguage(locale === 'zh' ? 'en' : 'zh'),
          ),
          entry('light', isDark ? t('浅色', 'Light') : t('深色', 'Dark'), () => onDark(!isDark)),
        ]
      : [entry('keys', t('快捷键', 'Keys'), onKeys)]),
    entry('tour', t('再看一遍导览', 'Take the tour again'), onTour),
    ...(install ? [entry('install', t('安装到这台设备', 'Install on this device'), install)] : []),
    { type: 'divider' },
    entry('out', t('退出', 'Sign out'), onSignOut),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <Button type="text" className="zk-me" aria-label={me.name}>
        <Avatar size={26}>{me.name.slice(0, 1)}</Avatar>
      </Button>
    </Dropdown>
  )
}
