import { MenuFoldOutlined, MenuUnfoldOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { Bell } from './Bell.tsx'
import { useIsOldBuild } from './build.ts'
import { menuLetters } from './keys.ts'
import { useLanguage } from './language.tsx'
import { fetchLikely, later } from './later.tsx'
import { useLiveDescription } from './live.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { useOwnLanguage } from './own-language.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { PhoneRail, Rail } from './Rail.tsx'
import { useSigns } from './screens.ts'
import { SimulationBar } from './rights/SimulationBar.tsx'
import { SearchBox } from './SearchBox.tsx'
import { isTourDue } from './tour-seen.ts'
import { useKey, useScreenKeys } from './use-keys.ts'

const KeySheet = later(() => import('./KeySheet.tsx').then((file) => file.KeySheet))
const FirstTour = later(() => import('./FirstTour.tsx').then((file) => file.FirstTour))

/** The rail as its reader left it. */
function useRail() {
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem('zhike.rail') === 'narrow')
  return {
    isNarrow,
    fold(toNarrow: boolean) {
      localStorage.setItem('zhike.rail', toNarrow ? 'narrow' : 'wide')
      setNarrow(toNarrow)
    },
  }
}

/** The frame: the day's work on the left, search and the person above. On a phone the day's work lies at the thumb. */
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
  const { t, locale } = useLanguage()
  const speak = useOwnLanguage()
  const { isNarrow, fold } = useRail()
  const isPhone = useNarrow(phoneWidth)
  const navigate = useNavigate()
  const [showsKeys, setShowsKeys] = useState(false)
  const [isTouring, setTouring] = useState(() => isTourDue(description.me.id))
  const isAdministrator = description.me.roles.includes('administrator')
  const menu = [
    ...description.menu,
    ...(isAdministrator ? [{ path: '/jobs', words: { zh: '后台任务', en: 'Jobs' }, icon: 'jobs', section: 'administration' }] : []),
  ]
  const letters = menuLetters(menu)
  useEffect(() => fetchLikely(), [])
  useLiveDescription()
  useScreenKeys((letter) => {
    const path = letters.get(letter)
    if (path) void navigate({ to: path })
    return path !== undefined
  })
  useKey('help', () => setShowsKeys(true))
  useKey('fold', isNarrow ? undefined : () => fold(true))
  useKey('unfold', isNarrow ? () => fold(false) : undefined)
  return (
    <div className={`zk-shell${isNarrow ? ' zk-shell-narrow' : ''}`}>
      <a className="zk-skip" href="#main">
        {t('跳到内容', 'Skip to the content')}
      </a>
      {isPhone ? (
        <PhoneRail menu={menu} sections={description.menuSections} />
      ) : (
        <nav className="zk-rail" aria-label={t('主菜单', 'Main menu')}>
          <Link to="/" className="zk-brand" aria-label={t('知客首页', 'Zhike, first page')}>
            <img src="/icon.svg" alt="" width={26} height={26} />
            <span>{t('知客', 'Zhike')}</span>
          </Link>
          <Rail menu={menu} sections={description.menuSections} isNarrow={isNarrow} />
          <Button
            type="text"
            className="zk-fold"
            icon={isNarrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            onClick={() => fold(!isNarrow)}
            aria-label={isNarrow ? t('展开菜单', 'Widen the menu') : t('收起菜单', 'Narrow the menu')}
          />
        </nav>
      )}
      <header className="zk-top">
        <SearchBox description={description} menu={menu} isDark={isDark} onDark={onDark} onLanguage={speak} onSignOut={onSignOut} />
        <span className="zk-spring" />
        {useSigns().map((Sign, i) => (
          <Sign key={i} />
        ))}
        <Bell />
        {isPhone ? null : (
          <>
            <Button
              type="text"
              className="zk-language"
              onClick={() => speak(locale === 'zh' ? 'en' : 'zh')}
              lang={locale === 'zh' ? 'en' : 'zh-CN'}
            >
              {locale === 'zh' ? 'English' : '中文'}
            </Button>
            <Tooltip title={isDark ? t('浅色', 'Light') : t('深色', 'Dark')}>
              <Button
                type="text"
                icon={isDark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
                onClick={() => onDark(!isDark)}
                aria-label={isDark ? t('浅色', 'Light') : t('深色', 'Dark')}
              />
            </Tooltip>
          </>
        )}
        <PersonMenu
          me={description.me}
          canSeeUsers={description.records.some((record) => record.name === 'user')}
          isPhone={isPhone}
          isDark={isDark}
          onDark={onDark}
          onLanguage={speak}
          onKeys={() => setShowsKeys(true)}
          onTour={() => setTouring(true)}
          onSignOut={onSignOut}
        />
      </header>
      <main className="zk-main" id="main" tabIndex={-1}>
        {description.simulation ? <SimulationBar me={description.me} simulation={description.simulation} /> : null}
        <OldBuild />
        {children}
      </main>
      {showsKeys ? <KeySheet menu={menu} letters={letters} onClose={() => setShowsKeys(false)} /> : null}
      {isTouring ? <FirstTour me={description.me} onClose={() => setTouring(false)} /> : null}
    </div>
  )
}

/** Says that the server has a newer product than the one on the screen. */
function OldBuild() {
  const { t } = useLanguage()
  return useIsOldBuild() ? (
    <div className="zk-old-build" role="status">
      {t('有新版本', 'There is a new version')}
      <Button size="small" type="primary" onClick={() => location.reload()}>
        {t('载入新版本', 'Load it')}
      </Button>
    </div>
  ) : null
}
