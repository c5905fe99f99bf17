import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Navigate, Outlet, RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider, Skeleton } from 'antd'
import { createContext, StrictMode, useContext, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { api, Problem } from '#engine/web/api.ts'
import { followBuild } from '#engine/web/build.ts'
import { useDescription } from '#engine/web/description.ts'
import { dropDraftsOf } from '#engine/web/drafts.ts'
import { awaitOffer } from '#engine/web/install.ts'
import { LanguageProvider, useLanguage } from '#engine/web/language.tsx'
import { useNoteOpened } from '#engine/web/opened.ts'
import { later } from '#engine/web/later.tsx'
import { readListState } from '#engine/web/list-state.ts'
import { useMedia } from '#engine/web/media.ts'
import { allowOwnStyles } from '#engine/web/own-styles.ts'
import { usePageTitle } from '#engine/web/page-title.ts'
import { leaveAll } from '#engine/web/presence.ts'
import { RecordList } from '#engine/web/RecordList.tsx'
import { ScreensContext } from '#engine/web/screens.ts'
import { Shell } from '#engine/web/Shell.tsx'
import { SignIn } from '#engine/web/SignIn.tsx'
import { ProblemState } from '#engine/web/states.tsx'
import { kitSigns } from '#engine/web/kit-signs.tsx'
import { kitWords } from '#engine/web/kit-words.ts'
import { themeOf } from '#engine/web/theme.ts'
import { useDark } from '#engine/web/use-dark.ts'
import '#engine/web/style.css'
import { screens } from './screens.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < 2,
    },
  },
})

const meanwhile = <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
const RecordPage = later(() => import('#engine/web/RecordPage.tsx').then((file) => file.RecordPage), { meanwhile, isLikely: true })
const ImportPage = later(() => import('#engine/web/ImportPage.tsx').then((file) => file.ImportPage), { meanwhile })
const OperationsPage = later(() => import('#engine/web/OperationsPage.tsx').then((file) => file.OperationsPage), { meanwhile })
const JobsPage = later(() => import('#engine/web/JobsPage.tsx').then((file) => file.JobsPage), { meanwhile })
const MergePage = later(() => import('#engine/web/MergePage.tsx').then((file) => file.MergePage), { meanwhile })

/** The record that a path names, or a word about why it cannot be shown. */
function useNamed(name: string) {
  const { data } = useDescription()
  return data?.records.find((record) => record.name === name)
}

function Missing() {
  const { t } = useLanguage()
  usePageTitle(t('没有这个页面', 'No such page'))
  return (
    <ProblemState
      problem={new Problem(404, { title: t('没有这个页面，或您无权查看。', 'There is no such page, or you may not see it.') })}
    />
  )
}

interface FrameProps {
  isDark: boolean
  onDark(isDark: boolean): void
  onSignOut(): void
}

const FrameContext = createContext<FrameProps | null>(null)

const root = createRootRoute({
  component: function Root() {
    const { data } = useDescription()
    return data ? (
      <Shell description={data} {...useContext(FrameContext)!}>
        <Outlet />
      </Shell>
    ) : null
  },
  notFoundComponent: Missing,
})
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: function Home() {
    const { data } = useDescription()
    const first = data?.menu[0]
    return first ? <Navigate to={first.path} replace /> : <Missing />
  },
})
const jobs = createRoute({ getParentRoute: () => root, path: '/jobs', component: JobsPage })
const operations = createRoute({ getParentRoute: () => root, path: '/operations', component: OperationsPage })
const importing = createRoute({
  getParentRoute: () => root,
  path: '/import/$record',
  validateSearch: (search: Record<string, unknown>): { id?: string | undefined } =>
    typeof search.id === 'string' ? { id: search.id } : {},
  component: function Importing() {
    const record = useNamed(importing.useParams().record)
    const { id } = importing.useSearch()
    return record ? <ImportPage record={record} id={id} /> : <Missing />
  },
})
const merging = createRoute({
  getParentRoute: () => root,
  path: '/merge/$record/$id/$other',
  component: function Merging() {
    const { record: name, id, other } = merging.useParams()
    const record = useNamed(name)
    return record?.can.merge ? <MergePage record={record} id={id} other={other} /> : <Missing />
  },
})
const list = createRoute({
  getParentRoute: () => root,
  path: '/$record',
  validateSearch: readListState,
  component: function List() {
    const name = list.useParams().record
    const record = useNamed(name)
    const search = list.useSearch()
    const navigate = list.useNavigate()
    return record ? (
      <RecordList key={name} record={record} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    ) : (
      <Missing />
    )
  },
})
const page = createRoute({
  getParentRoute: () => root,
  path: '/$record/$id',
  component: function Page() {
    const { record: name, id } = page.useParams()
    const record = useNamed(name)
    useNoteOpened(name, id)
    return record ? <RecordPage key={id} record={record} id={id} /> : <Missing />
  },
})
/** The capabilities' own screens. Their paths stand beside those of the records and go before them. */
const ownScreens = screens
  .flatMap((entry) => entry.screens ?? [])
  .map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: later(() => load().then((file) => file.default), { meanwhile }) }),
  )
const router = createRouter({
  routeTree: root.addChildren([home, jobs, operations, importing, merging, ...ownScreens, list, page]),
  defaultPreload: false,
  defaultErrorComponent: ({ error, reset }) => <ProblemState problem={error as Error} onRetry={reset} />,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

interface DemoPerson {
  email: string
  password: string
  words: { zh: string; en: string }
}

/** Shows the way in until somebody is signed in, then the frame with the page in it. */
function Frame({ isDark, onDark }: { isDark: boolean; onDark(isDark: boolean): void }) {
  const { data, error, isPending } = useDescription()
  const queries = useQueryClient()
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: () => api.get<{ people: DemoPerson[] }>('/demo'),
    enabled: error !== null,
    staleTime: Infinity,
  })
  if (isPending) return <Skeleton active className="zk-page-wait" />
  if (error instanceof Problem && error.status === 401)
    return <SignIn demo={demo.data?.people ?? []} onDone={() => void queries.resetQueries()} />
  // What is known stays through a moment without a network, and with it what somebody has half typed.
  if (!data) return <ProblemState problem={error} onRetry={() => void queries.resetQueries()} />
  const signOut = () => {
    dropDraftsOf(data.me.id)
    leaveAll()
    void api.post('/sign-out').finally(() => queries.resetQueries())
  }
  return (
    <FrameContext value={{ isDark, onDark, onSignOut: signOut }}>
      <RouterProvider router={router} />
    </FrameContext>
  )
}

/** The page for people who do not sign in, where the address leads to one. */
const openPage = screens.flatMap((entry) => entry.openPages ?? []).find(({ path }) => location.pathname.startsWith(path))
const OpenPage = openPage && later<{ rest: string }>(() => openPage.load().then((file) => file.default), { meanwhile })

function Product() {
  const { locale } = useLanguage()
  const { isDark, setDark } = useDark()
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const theme = useMemo(() => themeOf(isDark, isStill), [isDark, isStill])
  // Installed on a device, the product has the name that its reader knows it by.
  useEffect(() => document.querySelector('link[rel="manifest"]')?.setAttribute('href', `/${locale}.webmanifest`), [locale])
  return (
    <ConfigProvider theme={theme} {...kitSigns} locale={kitWords[locale]} button={{ autoInsertSpace: false }}>
      <AntApp notification={{ placement: 'bottomRight' }} className="zk-app">
        {OpenPage ? <OpenPage rest={location.pathname.slice(openPage.path.length)} /> : <Frame isDark={isDark} onDark={setDark} />}
      </AntApp>
    </ConfigProvider>
  )
}

allowOwnStyles()
followBuild()
awaitOffer()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <ScreensContext value={screens}>
          <Product />
        </ScreensContext>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
