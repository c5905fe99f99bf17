import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Words } from '#engine/text/words.ts'
import { api } from '#engine/web/api.ts'
import { useMaking } from '#engine/web/asking.tsx'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useRefresh } from '#engine/web/refresh.ts'
import type { PanelProps } from '#engine/web/screens.ts'
import { ways, type Way } from '../rules/arrangement.ts'
import { groups, type Group } from '../rules/customer-group.ts'

interface Communication {
  group: { group: Group | null; because: Words }
  plan: { id: string | null; name: Words; content: Words | null; interval: Words } | null
  isDue?: boolean
  isAsked?: boolean
  why?: Words
  way?: Way
  because?: Words[]
  on?: string
  at?: string | null
  refusal?: Words
}

const kindOfWay: Record<Way, string> = { phone: 'call', sms: 'message', wechat: 'message', mail: 'mail', post: 'mail', visit: 'visit' }

/** By which plan a customer is followed, what is due when, and why; the contact is logged from here. */
export function CustomerPlan({ record, item }: PanelProps) {
  const { t, say } = useLanguage()
  const activity = useRecordDescription('activity')
  const task = useRecordDescription('task')
  const { make, drawer } = useMaking()
  const refresh = useRefresh()
  const { data } = useQuery({
    // Among what activities show: whatever is logged on this page begins the clock anew.
    queryKey: ['related', 'activity', 'contact-plan', item.id, item.version],
    queryFn: ({ signal }) => api.get<Communication>(`/customers/${item.id}/contact-plan`, { signal }),
    refetchOnMount: 'always',
    retry: false,
  })
  if (!data) return null
  const { group, plan, way, on, at } = data
  const moment = at ? `${on} ${at}` : on
  const log = () =>
    make({
      record: activity!,
      owner: record,
      // Whoever had to do it has nothing left to do.
      onDone: () => task && refresh(task),
      initial: {
        customer: { id: item.id, title: String(item.name ?? '') },
        ...(item.primaryContact ? { contact: item.primaryContact } : {}),
        kind: kindOfWay[way ?? 'phone'],
        subject: plan ? say(plan.name) : '',
      },
    })
  return (
    <section className="zk-plan">
      {plan ? (
        <>
          <p className="zk-plan-name">
            {plan.id ? (
              <Link to="/$record/$id" params={{ record: 'contactPlan', id: plan.id }}>
                {say(plan.name)}
              </Link>
            ) : (
              say(plan.name)
            )}
            {data.isDue ? <span className="zk-plan-due">{t('到期', 'Due')}</span> : null}
          </p>
          <p>{say(data.why!)}</p>
          {data.refusal ? (
            <p className="zk-plan-refusal">{t(`不安排联系：${say(data.refusal)}`, `Nobody is asked: ${say(data.refusal)}`)}</p>
          ) : (
            <p>
              {data.isAsked
                ? t('已安排任务', 'A task has been made')
                : t(`将安排 ${moment} ${say(ways[way!])}联系`, `To be contacted ${moment}, ${say(ways[way!]).toLowerCase()}`)}
              {data.because!.map((reason) => (
                <span key={reason.en} className="zk-plan-because">
                  {say(reason)}
                </span>
              ))}
            </p>
          )}
          {plan.content ? (
            <details>
              <summary>{t('谈什么', 'Talking points')}</summary>
              <p className="zk-plan-content">{say(plan.content)}</p>
            </details>
          ) : null}
        </>
      ) : (
        <p className="zk-hint">{t('没有适用的计划。', 'No plan applies.')}</p>
      )}
      <p className="zk-faint">
        {group.group ? say(groups[group.group]) : t('不属于四类人群', 'In none of the four groups')}
        {t('：', ': ')}
        {say(group.because)}
      </p>
      {plan && !data.refusal && activity?.create ? (
        <Button size="small" onClick={log}>
          {t('记录这次联系', 'Log this contact')}
        </Button>
      ) : null}
      {drawer}
    </section>
  )
}
