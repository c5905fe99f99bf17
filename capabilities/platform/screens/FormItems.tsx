import { EyeInvisibleOutlined, PlusOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useLanguage } from '#engine/web/language.tsx'
import { keyOf, type LayoutItem } from '../rules/layout-items.ts'
import type { SetupState } from './setup-data.ts'
import { SortableList } from './SortableList.tsx'

/** The form as a list: fields in their order, some beside the one before, headings in between; and what is left out. */
export function FormItems({
  setup,
  items,
  hidden,
  onChange,
}: {
  setup: SetupState
  items: readonly LayoutItem[]
  hidden: readonly string[]
  onChange(items: LayoutItem[], hidden: string[]): void
}) {
  const { t, say } = useLanguage()
  const fieldOf = (name: string) => setup.fields.find((field) => field.name === name)
  const labelOf = (name: string) => say(fieldOf(name)?.words) || name
  // Fields that are retired keep their places without being shown.
  const seen = items.filter((item) => !('field' in item) || fieldOf(item.field))
  const change = (next: LayoutItem[], left = hidden) => onChange(next, [...left])
  const set = (item: LayoutItem, next: LayoutItem) => change(items.map((other) => (other === item ? next : other)))
  const beside = (item: LayoutItem, isBeside: boolean) => 'field' in item && set(item, { ...item, isBeside })
  const reorder = (next: LayoutItem[]) => {
    const gone = items.filter((item) => !seen.includes(item))
    change([...next, ...gone])
  }
  return (
    <>
      <SortableList
        items={seen}
        keyOf={keyOf}
        labelOf={(item) => ('field' in item ? labelOf(item.field) : say(item.heading) || t('标题', 'heading'))}
        label={t('表单的次序', 'Order of the form')}
        className={(item) => ('field' in item ? (item.isBeside ? 'zk-beside' : undefined) : 'zk-heading-item')}
        onChange={reorder}
        onSide={(i, isRight) => beside(seen[i]!, isRight)}
        render={(item, i) =>
          'field' in item ? (
            <FieldItem
              label={labelOf(item.field)}
              isCustom={fieldOf(item.field)?.custom === true}
              isNeeded={setup.layout.needed.includes(item.field)}
              isBeside={item.isBeside}
              mayBeBeside={i > 0 && 'field' in seen[i - 1]!}
              onBeside={() => beside(item, !item.isBeside)}
              onHide={() =>
                change(
                  items.filter((other) => other !== item),
                  [...hidden, item.field],
                )
              }
            />
          ) : (
            <HeadingItem
              item={item}
              onChange={(next) => set(item, next)}
              onRemove={() => change(items.filter((other) => other !== item))}
            />
          )
        }
      />
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => change([{ heading: { zh: t('新标题', '新标题'), en: 'New heading' }, key: `heading-${Date.now()}` }, ...items])}
      >
        {t('添加标题', 'Add a heading')}
      </Button>
      {hidden.length > 0 ? (
        <div className="zk-hidden-fields">
          <span className="zk-hint">{t('不显示：', 'Left out: ')}</span>
          {hidden.map((name) => (
            <Button
              key={name}
              size="small"
              icon={<PlusOutlined aria-hidden />}
              onClick={() =>
                change(
                  [...items, { field: name, isBeside: false }],
                  hidden.filter((other) => other !== name),
                )
              }
              aria-label={t(`显示${labelOf(name)}`, `Show ${labelOf(name)}`)}
            >
              {labelOf(name)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}

function FieldItem({
  label,
  isCustom,
  isNeeded,
  isBeside,
  mayBeBeside,
  onBeside,
  onHide,
}: {
  label: string
  isCustom: boolean
  isNeeded: boolean
  isBeside: boolean
  mayBeBeside: boolean
  onBeside(): void
  onHide(): void
}) {
  const { t } = useLanguage()
  return (
    <>
      <span className="zk-setup-name">
        {label}
        {isCustom ? <small className="zk-faint"> {t('自定义', 'custom')}</small> : null}
        {isNeeded ? (
          <span className="zk-required" title={t('新建时必填', 'Needed for a new record')}>
            {' '}
            *
          </span>
        ) : null}
      </span>
      {mayBeBeside ? (
        <Tooltip title={isBeside ? t('另起一行', 'On a line of its own') : t('与上一个并排', 'Beside the one before')}>
          <Button
            type="text"
            size="small"
            icon={<SwapOutlined aria-hidden />}
            aria-pressed={isBeside}
            onClick={onBeside}
            aria-label={t(`${label}与上一个并排`, `${label} beside the one before`)}
            className={isBeside ? 'zk-pressed' : undefined}
          />
        </Tooltip>
      ) : null}
      <Tooltip title={isNeeded ? t('新建时必填，不能隐藏', 'Needed for a new record: it cannot be hidden') : t('不显示', 'Leave out')}>
        <Button
          type="text"
          size="small"
          icon={<EyeInvisibleOutlined aria-hidden />}
          disabled={isNeeded}
          onClick={onHide}
          aria-label={t(`不显示${label}`, `Leave out ${label}`)}
        />
      </Tooltip>
    </>
  )
}

function HeadingItem({
  item,
  onChange,
  onRemove,
}: {
  item: Extract<LayoutItem, { heading: unknown }>
  onChange(item: LayoutItem): void
  onRemove(): void
}) {
  const { t } = useLanguage()
  const set = (patch: Partial<typeof item.heading>) => onChange({ ...item, heading: { ...item.heading, ...patch } })
  return (
    <>
      <Input
        size="small"
        value={item.heading.zh}
        onChange={(event) => set({ zh: event.target.value })}
        aria-label={t('标题，中文', 'Heading, Chinese')}
        maxLength={60}
      />
      <Input
        size="small"
        value={item.heading.en}
        onChange={(event) => set({ en: event.target.value })}
        aria-label={t('标题，英文', 'Heading, English')}
        maxLength={60}
      />
      <Button type="text" size="small" onClick={onRemove} aria-label={t('去掉标题', 'Remove the heading')}>
        ×
      </Button>
    </>
  )
}
