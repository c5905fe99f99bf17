import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { CallManager } from './CallManager.tsx'
import { usePicture, useShifts, type KnownVisitor, type Picture } from './desk-data.ts'
import { FindVisitor } from './FindVisitor.tsx'
import { RingList } from './RingList.tsx'
import { VisitList } from './VisitList.tsx'
import { VisitorForm } from './VisitorForm.tsx'

/** The reception desk: who stands before it, who receives him and why, and how the shift goes. A salesperson sees his own part of it. */
export default function DeskPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  usePageTitle(t('接待台', 'Reception desk'))
  const wanted = (useSearch({ strict: false }) as Record<string, unknown>).shift
  const shifts = useShifts()
  const items = shifts.data?.items ?? []
  const shift = items.find(({ id }) => id === wanted)?.id ?? items[0]?.id
  const picture = usePicture(shift)
  if (shifts.error ?? picture.error)
    return <ProblemState problem={(shifts.error ?? picture.error)!} onRetry={() => void (shifts.error ? shifts : picture).refetch()} />
  return (
    <section className="zk-list zk-desk">
      <header className="zk-list-head">
        <h1>{t('接待台', 'Reception desk')}</h1>
        {items.length > 1 ? (
          <Segmented
            aria-label={t('班次', 'Shift')}
            value={shift!}
            onChange={(next) => void navigate({ to: '/desk', search: { shift: next } as never, replace: true })}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : picture.data ? (
          <span className="zk-faint">{picture.data.shift.name}</span>
        ) : null}
        {picture.data?.isDesk ? <CallManager shift={picture.data.shift.id} /> : null}
      </header>
      {shifts.isPending || (shift && picture.isPending) ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : picture.data ? (
        <Desk key={picture.data.shift.id} picture={picture.data} />
      ) : (
        <Quiet
          mark="○"
          title={t('今天没有您所在的班次', 'No shift of yours runs today')}
          hint={t('开班后，轮次和来访显示在这里。', 'Once a shift is opened, its ring and its visitors show here.')}
        >
          <Link to="/$record" params={{ record: 'shift' }}>
            {t('班次', 'Shifts')}
          </Link>
        </Quiet>
      )}
    </section>
  )
}

function Desk({ picture }: { picture: Picture }) {
  const { t } = useLanguage()
  const [visitor, setVisitor] = useState<KnownVisitor | { id: null; name: string; mobile: string } | null>(null)
  const name = (id: string | null) => picture.ring.find(({ user }) => user === id)?.name ?? t('无人空闲', 'nobody free')
  return (
    <div className="zk-desk-body">
      <div className="zk-desk-main">
        <p className="zk-desk-next" aria-live="polite">
          <span>
            {t('轮到', 'On turn')} <b>{name(picture.onTurn)}</b>
          </span>
          <span>
            {t('待命', 'On standby')} <b>{name(picture.standby)}</b>
          </span>
        </p>
        {picture.isDesk ? (
          visitor ? (
            <VisitorForm key={visitor.id ?? visitor.name} picture={picture} visitor={visitor} onDone={() => setVisitor(null)} />
          ) : (
            <FindVisitor shift={picture.shift.id} onChoose={setVisitor} />
          )
        ) : null}
        <VisitList picture={picture} />
      </div>
      <RingList picture={picture} />
    </div>
  )
}
