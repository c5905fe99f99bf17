import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  AppstoreOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClearOutlined,
  ContactsOutlined,
  DatabaseOutlined,
  DashboardOutlined,
  EllipsisOutlined,
  EnvironmentOutlined,
  ExportOutlined,
  HomeOutlined,
  KeyOutlined,
  MergeCellsOutlined,
  PartitionOutlined,
  InboxOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  SettingOutlined,
  SwapOutlined,
  SolutionOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Link, useRouterState } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useState, type ComponentType } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'

export type Menu = Description['menu']
export type Sections = Description['menuSections']

const MoreSheet = later(() => import('./MoreSheet.tsx').then((file) => file.MoreSheet))

const icons: Record<string, ComponentType<{ 'aria-hidden'?: boolean }>> = {
  today: ScheduleOutlined,
  calendar: CalendarOutlined,
  task: CheckSquareOutlined,
  team: TeamOutlined,
  contacts: ContactsOutlined,
  phone: PhoneOutlined,
  home: HomeOutlined,
  merge: MergeCellsOutlined,
  segment: PartitionOutlined,
  pool: InboxOutlined,
  visit: EnvironmentOutlined,
  workload: BarChartOutlined,
  handover: SwapOutlined,
  cleanup: ClearOutlined,
  quality: SafetyCertificateOutlined,
  user: UserOutlined,
  key: KeyOutlined,
  apartment: ApartmentOutlined,
  jobs: ThunderboltOutlined,
  settings: SettingOutlined,
  backup: DatabaseOutlined,
  audit: AuditOutlined,
  api: ApiOutlined,
  webhook: SendOutlined,
  export: ExportOutlined,
  rights: SolutionOutlined,
  pulse: DashboardOutlined,
}

interface RailProps {
  menu: Menu
  sections: Sections
  isNarrow: boolean
  onChosen?: () => void
}

/** The menu, part by part; told by its place in the address which entry is open. What stands in no part comes first. */
export function Rail({ menu, sections, isNarrow, onChosen }: RailProps) {
  const { say } = useLanguage()
  const known = new Set(sections.map(({ name }) => name))
  const parts = [
    { name: '', words: undefined, entries: menu.filter(({ section }) => !section || !known.has(section)) },
    ...sections.map((section) => ({ ...section, entries: menu.filter((entry) => entry.section === section.name) })),
  ].filter(({ entries }) => entries.length > 0)
  return (
    <div className="zk-rail-parts">
      {parts.map(({ name, words, entries }) => (
        <section key={name} {...(words ? { 'aria-label': say(words) } : {})}>
          {words ? <h2 aria-hidden>{isNarrow ? null : say(words)}</h2> : null}
          <ul>
            {entries.map((entry) => (
              <RailEntry key={entry.path} entry={entry} isNarrow={isNarrow} onChosen={onChosen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function RailEntry({ entry, isNarrow, onChosen }: { entry: Menu[number]; isNarrow: boolean; onChosen: (() => void) | undefined }) {
  const { say } = useLanguage()
  const isHere = useRouterState({ select: ({ location }) => leadsTo(entry.path, location.pathname) })
  const Icon = icons[entry.icon] ?? AppstoreOutlined
  const label = say(entry.words)
  return (
    <li>
      <Tooltip title={isNarrow ? label : ''} placement="right">
        <Link to={entry.path} className={isHere ? 'zk-here' : undefined} aria-current={isHere ? 'page' : undefined} onClick={onChosen}>
          <Icon aria-hidden />
          <span>{label}</span>
        </Link>
      </Tooltip>
    </li>
  )
}

const leadsTo = (path: string, address: string) => address === path || address.startsWith(`${path}/`)

/** Entries that a thumb reaches on a phone, the one that opens the others among them. */
const most = 5

/** The menu of a phone: what comes first in the day at the thumb, the rest on a sheet behind the last place. */
export function PhoneRail({ menu, sections }: { menu: Menu; sections: Sections }) {
  const { t } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const first = menu.length > most ? menu.slice(0, most - 1) : menu
  const rest = menu.slice(first.length)
  const isInRest = useRouterState({ select: ({ location }) => rest.some(({ path }) => leadsTo(path, location.pathname)) })
  return (
    <nav className="zk-rail" aria-label={t('主菜单', 'Main menu')}>
      <ul>
        {first.map((entry) => (
          <RailEntry key={entry.path} entry={entry} isNarrow={false} onChosen={undefined} />
        ))}
        {rest.length > 0 ? (
          <li>
            <button type="button" className={isInRest ? 'zk-here' : undefined} aria-expanded={isOpen} onClick={() => setOpen(true)}>
              <EllipsisOutlined aria-hidden />
              <span>{t('更多', 'More')}</span>
            </button>
          </li>
        ) : null}
      </ul>
      {isOpen ? <MoreSheet menu={rest} sections={sections} onClose={() => setOpen(false)} /> : null}
    </nav>
  )
}
