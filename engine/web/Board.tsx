import { EllipsisOutlined } from '@ant-design/icons'
import { Accessibility, defaultPreset, PointerSensor } from '@dnd-kit/dom'
import { DragDropProvider, useDraggable, useDroppable } from '@dnd-kit/react'
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { App, Button, Dropdown, Skeleton } from 'antd'
import type { Group } from '#engine/access/group.ts'
import { inOrder } from '#engine/record/choice-lists.ts'
import type { Item } from '#engine/access/present.ts'
import type { ActionDescription, FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useAsking } from './asking.tsx'
import { FieldText, isEmpty } from './FieldText.tsx'
import { GroupName, GroupTotals } from './GroupName.tsx'
import { narrowedTo, totalFieldsOf, useGroups, type ListQuestion } from './groups.ts'
import { useLanguage } from './language.tsx'
import type { Column } from './list-columns.ts'
import { titleOf } from './LinkText.tsx'
import { useUndo } from './undo.tsx'

interface Props {
  record: RecordDescription
  by: FieldDescription
  totals: readonly string[]
  question: ListQuestion
  sort: string
  fields: string
  columns: readonly Column[]
  onOpen(item: Item): void
}

interface Page {
  items: Item[]
  next: string | null
}

/** How a card gets from where it stands to a column: a field that is changed, or the action that leads to that state. */
const wayTo = (record: RecordDescription, by: FieldDescription, item: Item, value: string): ActionDescription | 'edit' | null => {
  if (by.kind === 'choice') return item.can.edit && record.edit.includes(by.name) ? 'edit' : null
  return record.actions.find((action) => action.to === value && item.can.do.includes(action.name)) ?? null
}

/** Fingers and the pointer drag; the keyboard has the menu of each card, with words of our own in both languages. */
const plugins = defaultPreset.plugins.filter((plugin) => plugin !== Accessibility)
const sensors = [PointerSensor]

/** A board: one column per value of a field. Cards are dragged, or moved by their menu, which the keyboard reaches. */
export function Board({ record, by, totals, question, sort, fields, columns, onOpen }: Props) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const offerUndo = useUndo(record)
  const { data } = useGroups(record.name, by.name, totals, question)
  const { ask, dialog } = useAsking()
  const known = new Map((data?.groups ?? []).map((group) => [group.value, group]))
  const groups: Group[] = [
    ...(known.has(null) ? [known.get(null)!] : []),
    // What is offered no more has a column as long as something stands in it.
    ...inOrder(by.choices ?? {})
      .filter(([value, choice]) => !choice.isRetired || known.has(value))
      .map(([value]) => known.get(value) ?? { value, count: { value: 0, exact: true } }),
  ]
  const pagesOf = (value: Group['value']) => ['list', record.name, 'board', by.name, value, { question, sort, fields }]
  const settled = () => client.invalidateQueries({ queryKey: ['list', record.name] })

  /** The card stands in its new column at once; where the server refuses, it goes back. */
  function show(item: Item, from: Group['value'], to: string) {
    const change = (value: Group['value'], edit: (items: Item[]) => Item[]) =>
      client.setQueryData<InfiniteData<Page>>(
        pagesOf(value),
        (before) =>
          before && {
            ...before,
            pages: before.pages.map((page, i) => ({ ...page, items: i === 0 || value === from ? edit(page.items) : page.items })),
          },
      )
    change(from, (items) => items.filter((other) => other.id !== item.id))
    change(to, (items) => [{ ...item, [by.name]: to }, ...items])
  }
  async function move(item: Item, to: string) {
    const from = (item[by.name] as string | null) ?? null
    const way = wayTo(record, by, item, to)
    const label = say(by.choices?.[to])
    if (from === to) return
    if (way === null)
      return void message.warning(
        t(`“${titleOf(item, record, say)}”不能移到“${label}”`, `"${titleOf(item, record, say)}" cannot go to "${label}"`),
      )
    if (way !== 'edit' && way.fields.length > 0) return ask({ record, action: way, item })
    show(item, from, to)
    try {
      const answer = await api.post<{ operation: string }>(
        way === 'edit' ? `/actions/${record.name}.edit` : `/actions/${way.name}`,
        { on: item.id, input: way === 'edit' ? { [by.name]: to } : {} },
        { version: item.version },
      )
      offerUndo(answer.operation, t(`已移到“${label}”`, `Moved to "${label}"`))
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
    await settled()
  }
  if (!data) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
  return (
    <DragDropProvider
      plugins={plugins}
      sensors={sensors}
      onDragEnd={({ canceled, operation: { source, target } }) => {
        if (!canceled && source && target) void move(source.data.item as Item, String(target.data.value))
      }}
    >
      <div className="zk-board" role="list" aria-label={t(`按${by.words.zh}分列`, `Columns by ${by.words.en.toLowerCase()}`)}>
        {groups.map((group) => (
          <BoardColumn
            key={String(group.value)}
            by={by}
            group={group}
            totals={totalFieldsOf(record).filter((field) => totals.includes(field.name))}
          >
            <Cards
              record={record}
              by={by}
              queryKey={pagesOf(group.value)}
              filter={narrowedTo(question, by.name, group.value)}
              question={question}
              sort={sort}
              fields={fields}
              columns={columns}
              onOpen={onOpen}
              onMove={(item, to) => void move(item, to)}
            />
          </BoardColumn>
        ))}
      </div>
      {dialog}
    </DragDropProvider>
  )
}

function BoardColumn({
  by,
  group,
  totals,
  children,
}: {
  by: FieldDescription
  group: Group
  totals: readonly FieldDescription[]
  children: React.ReactNode
}) {
  const { ref, isDropTarget } = useDroppable({ id: `column-${group.value}`, data: { value: group.value }, disabled: group.value === null })
  return (
    <section ref={ref} role="listitem" className={isDropTarget ? 'zk-board-column zk-board-target' : 'zk-board-column'}>
      <header>
        <b>
          <GroupName field={by} group={group} />
        </b>
        <span className="zk-count">
          {group.count.value.toLocaleString()}
          {group.count.exact ? '' : '+'}
        </span>
        <GroupTotals fields={totals} totals={group.totals} />
      </header>
      {children}
    </section>
  )
}

interface CardsProps {
  record: RecordDescription
  by: FieldDescription
  columns: readonly Column[]
  onOpen(item: Item): void
  onMove(item: Item, to: string): void
}

function Cards({
  queryKey,
  filter,
  question,
  sort,
  fields,
  ...rest
}: CardsProps & { queryKey: readonly unknown[]; filter: string; question: ListQuestion; sort: string; fields: string }) {
  const { t } = useLanguage()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/records/${rest.record.name}`, {
        query: { filter, q: question.q, sort, fields, limit: 30, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  return (
    <div className="zk-board-cards">
      {data?.pages
        .flatMap((page) => page.items)
        .map((item) => (
          <BoardCard key={item.id} item={item} {...rest} />
        ))}
      {hasNextPage ? (
        <Button type="text" size="small" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('显示更多', 'Show more')}
        </Button>
      ) : null}
    </div>
  )
}

function BoardCard({ record, by, item, columns: [first, ...rest], onOpen, onMove }: CardsProps & { item: Item }) {
  const { t, say } = useLanguage()
  const ways = inOrder(by.choices ?? {}).filter(
    ([value, choice]) => !choice.isRetired && value !== item[by.name] && wayTo(record, by, item, value) !== null,
  )
  const { ref, isDragging } = useDraggable({ id: item.id, data: { item }, disabled: ways.length === 0 })
  const title = titleOf(item, record, say)
  return (
    <article ref={ref} className={isDragging ? 'zk-board-card zk-board-dragged' : 'zk-board-card'}>
      <div>
        <button type="button" className="zk-board-title" onClick={() => onOpen(item)}>
          {first ? title || '—' : '—'}
        </button>
        {ways.length > 0 ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: ways.map(([value, choice]) => ({ key: value, label: t(`移到“${choice.zh}”`, `Move to "${choice.en}"`) })),
              onClick: ({ key }) => onMove(item, key),
            }}
          >
            <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-label={t(`移动“${title}”`, `Move "${title}"`)} />
          </Dropdown>
        ) : null}
      </div>
      <div className="zk-board-facts">
        {rest
          .filter(({ path, field }) => path !== by.name && !isEmpty(item[path]) && field.kind !== 'yesNo')
          .slice(0, 4)
          .map(({ path, field }) => (
            <span key={path}>
              <FieldText item={item} field={field} path={path} />
            </span>
          ))}
      </div>
    </article>
  )
}
