import {
  ApartmentOutlined,
  AppstoreOutlined,
  ContactsOutlined,
  KeyOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MoonOutlined,
  PhoneOutlined,
  SettingOutlined,
  SunOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Link, useRouterState } from '@tanstack/react-router'
import { Avatar, Button, Dropdown, Tooltip } from 'antd'
import { useState, type ComponentType, type ReactNode } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'
import { useLiveDescription } from './live.ts'
import { useSigns } from './screens.ts'
import { SearchBox } from './SearchBox.tsx'

const icons: Record<string, ComponentType<{ 'aria-hidden'?: boolean }>> = {
  team: TeamOutlined,
  contacts: ContactsOutlined,
  phone: PhoneOutlined,
  user: UserOutlined,
  key: KeyOutlined,
  apartment: ApartmentOutlined,
  jobs: ThunderboltOutlined,
  settings: SettingOutlined,
}

/** The frame: the day's work on the left, search and the person above. */
export function Shell({
  description,
  isDark,
  onDark,
  onSignOut,
  children,
}: {
  description: Description
  isDark: boolean
  onDark(isDark: boolean): void
  onSignOut(): void
  children: ReactNode
}) {
  const { t, say, locale, change } = useLanguage()
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem('zhike.rail') === 'narrow')
  useLiveDescription()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const fold = () => {
    localStorage.setItem('zhike.rail', isNarrow ? 'wide' : 'narrow')
    setNarrow(!isNarrow)
  }
  const isAdministrator = description.me.roles.includes('administrator')
  const menu = [...description.menu, ...(isAdministrator ? [{ path: '/jobs', words: { zh: '后台任务', en: 'Jobs' }, icon: 'jobs' }] : [])]
  return (
    <div className={`zk-shell${isNarrow ? ' zk-shell-narrow' : ''}`}>
      <nav className="zk-rail" aria-label={t('主菜单', 'Main menu')}>
        <Link to="/" className="zk-brand" aria-label="知客 Zhike">
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span>{t('知客', 'Zhike')}</span>
        </Link>
        <ul>
          {menu.map((entry) => {
            const Icon = icons[entry.icon] ?? AppstoreOutlined
            const label = say(entry.words)
            const isHere = path === entry.path || path.startsWith(`${entry.path}/`)
            return (
              <li key={entry.path}>
                <Tooltip title={isNarrow ? label : ''} placement="right">
                  <Link to={entry.path} className={isHere ? 'zk-here' : undefined} aria-current={isHere ? 'page' : undefined}>
                    <Icon aria-hidden />
                    <span>{label}</span>
                  </Link>
                </Tooltip>
              </li>
            )
          })}
        </ul>
        <Button
          type="text"
          className="zk-fold"
          icon={isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          onClick={fold}
          aria-label={isNarrow ? t('展开菜单', 'Widen the menu') : t('收起菜单', 'Narrow the menu')}
        />
      </nav>
      <header className="zk-top">
        <SearchBox />
        <span className="zk-spring" />
        {useSigns().map((Sign, i) => (
          <Sign key={i} />
        ))}
        <Button
          type="text"
          className="zk-language"
          onClick={() => change(locale === 'zh' ? 'en' : 'zh')}
          lang={locale === 'zh' ? 'en' : 'zh'}
        >
          {locale === 'zh' ? 'English' : '中文'}
        </Button>
        <Tooltip title={isDark ? t('浅色', 'Light') : t('深色', 'Dark')}>
          <Button
            type="text"
            icon={isDark ? <SunOutlined /> : <MoonOutlined />}
            onClick={() => onDark(!isDark)}
            aria-label={isDark ? t('浅色', 'Light') : t('深色', 'Dark')}
          />
        </Tooltip>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'name', label: description.me.name, disabled: true },
              { type: 'divider' },
              { key: 'out', label: t('退出', 'Sign out') },
            ],
            onClick: ({ key }) => key === 'out' && onSignOut(),
          }}
        >
          <Button type="text" className="zk-me" aria-label={description.me.name}>
            <Avatar size={26}>{description.me.name.slice(0, 1)}</Avatar>
          </Button>
        </Dropdown>
      </header>
      <main className="zk-main">{children}</main>
    </div>
  )
}
