import { EditOutlined, EllipsisOutlined, PhoneOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { showPhone } from '#engine/record/fields/phone/number.ts'
import { api } from './api.ts'
import { useMaking } from './asking.tsx'
import { fieldAt, useDescription } from './description.ts'
import { useLanguage } from './language.tsx'

/** The numbers that can be called from a record's page: those of who is linked to it, as its list shows them, then its own. */
function useNumbers(record: RecordDescription, item: Item): { path: string; number: string }[] {
  const { data: description } = useDescription()
  const isPhone = (path: string) => fieldAt(description?.records ?? [], record, path)?.kind === 'phone'
  const linked = record.list.columns.filter((path) => path.includes('.') && isPhone(path))
  const own = record.fields.filter(({ kind }) => kind === 'phone').map(({ name }) => name)
  const { data } = useQuery({
    queryKey: ['record', record.name, item.id, 'numbers'],
    queryFn: () => api.get<Item>(`/records/${record.name}/${item.id}`, { query: { fields: linked.join() } }),
    enabled: linked.length > 0,
  })
  const readable = (from: Item | undefined, paths: readonly string[]) =>
    paths.flatMap((path) => {
      const number = from?.[path]
      return typeof number === 'string' && !from?.masked?.includes(path) ? [{ path, number: number.split(';')[0]! }] : []
    })
  return [...readable(data, linked), ...readable(item, own)]
}

/** The first thing that hangs on a record and happens at a moment: what one enters after having called. */
const happeningOf = (records: readonly RecordDescription[], record: RecordDescription) =>
  record.related
    .map((path) => path.split('.') as [string, string])
    .map(([name, field]) => ({ made: records.find((entry) => entry.name === name), field }))
    .find(({ made }) => {
      const order = made?.list.sort.replace(/^-/, '').split(',')[0]
      return made?.create && made.fields.some(({ name, kind, system }) => name === order && kind === 'instant' && !system)
    })

/** What one does with a record on a phone, at the thumb: call, enter what was said; the rest behind the last button. */
export function PageBar({
  record,
  item,
  title,
  onEdit,
  menu,
}: {
  record: RecordDescription
  item: Item
  title: string
  onEdit: (() => void) | undefined
  /** The further actions, in their order. */
  menu: NonNullable<MenuProps['items']>
}) {
  const { t, say, locale } = useLanguage()
  const { data: description } = useDescription()
  const { make, drawer } = useMaking()
  const records = description?.records ?? []
  const numbers = useNumbers(record, item)
  const happening = item.can.level === 'card' || item.deletedAt ? undefined : happeningOf(records, record)
  const call =
    numbers.length === 0 ? null : numbers.length === 1 ? (
      <Button key="call" icon={<PhoneOutlined aria-hidden />} href={`tel:${numbers[0]!.number}`}>
        {t('打电话', 'Call')}
      </Button>
    ) : (
      <Dropdown
        key="call"
        trigger={['click']}
        placement="top"
        menu={{
          items: numbers.map(({ path, number }) => ({
            key: path,
            label: (
              <a href={`tel:${number}`}>
                {say(fieldAt(records, record, path)?.words)} {showPhone(number, locale)}
              </a>
            ),
          })),
        }}
      >
        <Button icon={<PhoneOutlined aria-hidden />}>{t('打电话', 'Call')}</Button>
      </Dropdown>
    )
  const log = happening ? (
    <Button
      key="log"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => make({ record: happening.made!, initial: { [happening.field]: { id: item.id, title } }, owner: record })}
    >
      {say(happening.made!.words)}
    </Button>
  ) : null
  const edit = onEdit ? (
    <Button key="edit" icon={<EditOutlined aria-hidden />} onClick={onEdit}>
      {t('编辑', 'Edit')}
    </Button>
  ) : null
  const shown = [call, log, edit].filter((button) => button !== null).slice(0, 2)
  const rest = [...(onEdit && edit && !shown.includes(edit) ? [{ key: 'edit', label: t('编辑', 'Edit'), onClick: onEdit }] : []), ...menu]
  if (shown.length === 0 && rest.length === 0) return null
  return (
    <div className="zk-page-bar" role="toolbar" aria-label={t('操作', 'Actions')}>
      {shown}
      {rest.length > 0 ? (
        <Dropdown trigger={['click']} placement="topRight" menu={{ items: rest }}>
          <Button icon={<EllipsisOutlined aria-hidden />}>{t('更多', 'More')}</Button>
        </Dropdown>
      ) : null}
      {drawer}
    </div>
  )
}
