import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Navigate, Outlet, RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider, Skeleton } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createContext, lazy, StrictMode, Suspense, useContext, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { api, Problem } from '#engine/web/api.ts'
import { useDescription } from '#engine/web/description.ts'
import { ImportPage } from '#engine/web/ImportPage.tsx'
import { JobsPage } from '#engine/web/JobsPage.tsx'
import { LanguageProvider, useLanguage } from '#engine/web/language.tsx'
import { useNoteOpened } from '#engine/web/opened.ts'
import { RecordList, type ListSearch } from '#engine/web/RecordList.tsx'
import { RecordPage } from '#engine/web/RecordPage.tsx'
import { ScreensContext } from '#engine/web/screens.ts'
import { Shell } from '#engine/web/Shell.tsx'
import { SignIn } from '#engine/web/SignIn.tsx'
import { ProblemState } from '#engine/web/states.tsx'
import { darkTheme, lightTheme } from '#engine/web/theme.ts'
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

/** The record that a path names, or a word about why it cannot be shown. */
function useNamed(name: string) {
  const { data } = useDescription()
  return data?.records.find((record) => record.name === name)
}

function Missing() {
  const { t } = useLanguage()
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
const list = createRoute({
  getParentRoute: () => root,
  path: '/$record',
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    ...(typeof search.q === 'string' || typeof search.q === 'number' ? { q: String(search.q) } : {}),
    ...(typeof search.sort === 'string' ? { sort: search.sort } : {}),
    ...(Array.isArray(search.filter) ? { filter: search.filter as never } : {}),
    ...(typeof search.view === 'string' ? { view: search.view } : {}),
    ...(Array.isArray(search.columns) ? { columns: search.columns.map(String).slice(0, 40) } : {}),
  }),
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
  .map(({ path, load }) => {
    const Show = lazy(load)
    return createRoute({
      getParentRoute: () => root,
      path,
      component: () => (
        <Suspense fallback={<Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />}>
          <Show />
        </Suspense>
      ),
    })
  })
const router = createRouter({
  routeTree: root.addChildren([home, jobs, importing, ...ownScreens, list, page]),
  defaultPreload: false,
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
  const { error, isPending } = useDescription()
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
  if (error) return <ProblemState problem={error} onRetry={() => void queries.resetQueries()} />
  return (
    <FrameContext value={{ isDark, onDark, onSignOut: () => void api.post('/sign-out').finally(() => queries.resetQueries()) }}>
      <RouterProvider router={router} />
    </FrameContext>
  )
}

function Product() {
  const { locale } = useLanguage()
  const [isDark, setDark] = useState(
    () => (localStorage.getItem('zhike.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark',
  )
  useEffect(() => {
    localStorage.setItem('zhike.theme', isDark ? 'dark' : 'light')
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])
  useEffect(() => {
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
  }, [locale])
  return (
    <ConfigProvider theme={isDark ? darkTheme : lightTheme} locale={locale === 'zh' ? zh : en} button={{ autoInsertSpace: false }}>
      <AntApp notification={{ placement: 'bottomRight' }} className="zk-app">
        <Frame isDark={isDark} onDark={setDark} />
      </AntApp>
    </ConfigProvider>
  )
}

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
