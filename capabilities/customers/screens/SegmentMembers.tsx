import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useRecordDescription } from '#engine/web/description.ts'
import { FieldText } from '#engine/web/FieldText.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import { useMemberCount, useMembers } from './segment-data.ts'

/** Who is in a segment, in the eyes of whoever looks: how many, the first of them, and the way to the whole list. */
export function SegmentMembers({ item, title }: PanelProps) {
  const { t, say } = useLanguage()
  const customers = useRecordDescription('customer')
  const columns = (customers?.list.columns ?? []).filter((path) => !path.includes('.') && path !== customers?.title).slice(0, 5)
  const { data: count } = useMemberCount(item, true)
  const { data, error, refetch } = useMembers(item, [customers?.title, ...columns].join())
  if (!customers) return null
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />
  const search = { view: 'all', filter: [{ segment: { id: item.id, title } }] }
  if (data.items.length === 0)
    return item.kind === 'static' ? (
      <Quiet
        mark="○"
        title={t('名单上还没有您能看到的客户', 'No customers on this list that you may see')}
        hint={t('在客户列表中勾选客户，用“更多 › 加入名单”放进来。', 'Select customers in their list, then More › Add to a list.')}
      >
        <Link to="/$record" params={{ record: 'customer' }} className="ant-btn ant-btn-default">
          {t('打开客户列表', 'Open the list of customers')}
        </Link>
      </Quiet>
    ) : (
      <Quiet mark="⌕" title={t('现在没有您能看到的客户满足条件', 'No customer that you may see meets the conditions now')} />
    )
  return (
    <>
      <p className="zk-segment-count">
        <b>{count ?? '…'}</b> {t('个客户', 'customers')}
        <Link to="/$record" params={{ record: 'customer' }} search={search as never}>
          {t('打开完整列表', 'Open the whole list')}
        </Link>
      </p>
      <WideTable label={t('成员', 'Members')}>
        <thead>
          <tr>
            {[customers.title, ...columns].map((name) => (
              <th key={name}>{say(customers.fields.find((field) => field.name === name)?.words)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map((member) => (
            <tr key={member.id}>
              <td>
                <Link to="/$record/$id" params={{ record: 'customer', id: member.id }}>
                  {String(member[customers.title] ?? '—')}
                </Link>
              </td>
              {columns.map((name) => {
                const field = customers.fields.find((entry) => entry.name === name)
                return <td key={name}>{field ? <FieldText item={member} field={field} dash="" /> : null}</td>
              })}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
