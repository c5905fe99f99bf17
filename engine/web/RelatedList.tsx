import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useMaking } from './asking.tsx'
import { useDescription } from './description.ts'
import { FieldText } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'

/** What links to a record by one field ("contact.customer"), newest first, with a way to add to it. */
export function RelatedList({ path, item, owner, title }: { path: string; item: Item; owner: RecordDescription; title: string }) {
  const { t, say, locale } = useLanguage()
  const { data: description } = useDescription()
  const { make, drawer } = useMaking()
  const [name = '', field = ''] = path.split('.')
  const record = description?.records.find((entry) => entry.name === name)
  const { data, isPending } = useQuery({
    queryKey: ['related', name, path, item.id],
    queryFn: () =>
      api.get<{ items: Item[]; next: string | null }>(`/records/${name}`, {
        query: { filter: JSON.stringify({ field, op: 'eq', value: item.id }), limit: 6 },
      }),
    enabled: record !== undefined,
  })
  if (!record) return null
  const label =
    name === owner.name
      ? say(record.fields.find((entry) => entry.name === field)?.words)
      : locale === 'zh'
        ? record.words.zh
        : record.plural
  // Of two lists of one record type each says by which field it hangs here.
  const isTwice = owner.related.filter((other) => other.startsWith(`${name}.`)).length > 1
  const byField = isTwice ? say(record.fields.find((entry) => entry.name === field)?.words) : ''
  const isNothing = data?.items.length === 0
  const columns = record.list.columns.filter((column) => column !== record.title && column !== field && !column.includes('.')).slice(0, 3)
  return (
    <section className={isNothing ? 'zk-related zk-related-empty' : 'zk-related'}>
      <header>
        <h2>
          {name === owner.name ? t(`下级${record.words.zh}`, `${record.plural} below it`) : label}
          {byField ? <small className="zk-faint"> {t(`作为${byField}`, `as ${byField.toLowerCase()}`)}</small> : null}
          {isNothing ? <small className="zk-faint"> {t('暂无', 'none yet')}</small> : null}
        </h2>
        {record.create && item.can.level !== 'card' ? (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => make({ record, initial: { [field]: { id: item.id, title } }, owner })}
            aria-label={t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)}
          />
        ) : null}
      </header>
      {isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      ) : isNothing ? null : (
        <ul>
          {data?.items.map((entry) => (
            <li key={entry.id}>
              <Link to="/$record/$id" params={{ record: name, id: entry.id }}>
                {titleOf(entry, record, say) || '—'}
              </Link>
              <span className="zk-related-facts">
                {columns.map((column) => {
                  const description = record.fields.find((other) => other.name === column)
                  return description ? <FieldText key={column} item={entry} field={description} dash="" /> : null
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data?.next ? (
        <Link to="/$record" params={{ record: name }} search={{ filter: [{ field, op: 'eq', value: { id: item.id, title } }] }}>
          {t('全部', 'All')}
        </Link>
      ) : null}
      {drawer}
    </section>
  )
}
