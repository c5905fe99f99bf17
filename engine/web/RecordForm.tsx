import { Alert, Button } from 'antd'
import { Fragment, useEffect, useMemo, useRef, useState, type ComponentType, type FormEvent } from 'react'
import { isAskedWhen } from '#engine/record/asked.ts'
import { kindNamed } from '#engine/record/fields/index.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { FormSection } from '#engine/record/layouts.ts'
import { Problem } from './api.ts'
import type { InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

type Values = Record<string, unknown>

export interface FormPlan {
  lines: readonly (readonly string[])[]
  /** Parts under headings. */
  sections?: readonly FormSection[] | undefined
  /** Fields that are not asked for. */
  hidden?: readonly string[] | undefined
}

interface Props {
  fields: readonly FieldDescription[]
  /** How the form is laid out, which may depend on what is filled in; fields that stand in no line come last. */
  lines: FormPlan['lines'] | ((values: Values) => FormPlan)
  initial: Values
  /** What the record holds besides: it may decide what is asked for. */
  around?: Values
  submit: string
  /** Sends what has changed; a refusal is shown beside its fields. */
  onSubmit(changed: Values): Promise<void>
  onCancel(): void
  /** Inputs of its own for single fields. */
  inputs?: Readonly<Record<string, ComponentType<InputProps>>>
  /** Fields whose inputs are shown but closed. */
  closed?: ReadonlySet<string>
  /** One field where it stands on its page: its name is there already, Escape leaves it. */
  isInPlace?: boolean
}

/** Whether there are rows of so many columns that they need the room of a table. */
export const hasBroadRows = (fields: readonly FieldDescription[]): boolean => fields.some((field) => (field.columns?.length ?? 0) > 4)

export const drawerWidth = (fields: readonly FieldDescription[]): number => (hasBroadRows(fields) ? 1080 : 560)

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What a form sends: links as ids. */
const plain = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(plain)
    : value !== null && typeof value === 'object' && 'id' in value && 'title' in value
      ? (value as { id: string }).id
      : value

/** Checks one value as the server will, so that one hears it while typing. Null where it is fine. */
function faultOf(field: FieldDescription, value: unknown): 'required' | 'bad' | null {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return field.required ? 'required' : null
  if (['link', 'links', 'linkAny', 'rows', 'sequence', 'lifecycle'].includes(field.kind)) return null
  const options = { zh: '', en: '', ...field, choices: field.choices } as never
  return kindNamed(field.kind).schema(options).safeParse(value).success ? null : 'bad'
}

/** A form out of a description: asks, checks as one types, and shows what the server refuses beside the field. */
export function RecordForm({ fields, lines, initial, around, submit, onSubmit, onCancel, inputs, closed, isInPlace = false }: Props) {
  const { t, say } = useLanguage()
  const [values, setValues] = useState<Values>(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const byName = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields])
  const plan = typeof lines === 'function' ? lines(values) : { lines }
  const placed = new Set(plan.lines.flat())
  const isAsked = (name: string) => {
    const only = byName.get(name)?.onlyWhen
    return byName.has(name) && !plan.hidden?.includes(name) && isAskedWhen(only, only && { ...around, ...values }[only.field])
  }
  const shown = [...plan.lines, ...fields.filter((field) => !placed.has(field.name)).map((field) => [field.name])]
    .map((line) => line.filter(isAsked))
    .filter((line) => line.length > 0)

  // The first thing that can be typed is where one begins.
  useEffect(() => {
    const input = form.current?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])')
    input?.focus({ preventScroll: true })
  }, [])

  const change = (name: string, value: unknown) => {
    setValues((before) => ({ ...before, [name]: value }))
    setTouched((before) => new Set(before).add(name))
    setRefused(({ [name]: _, ...rest }) => rest)
  }

  const words = (field: FieldDescription): string | null => {
    if (refused[field.name]) return refused[field.name]!
    if (!touched.has(field.name)) return null
    const fault = faultOf(field, values[field.name])
    return fault === 'required' ? t('此项必填', 'This is required') : fault === 'bad' ? badWords(field, t) : null
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setTouched(new Set(fields.map((field) => field.name)))
    const bad = shown.flat().find((name) => faultOf(byName.get(name)!, values[name]))
    if (bad) {
      form.current?.querySelector<HTMLElement>(`#field-${bad}`)?.focus()
      return
    }
    setBusy(true)
    setMessage(null)
    try {
      const changed = Object.fromEntries(
        Object.entries(values)
          .filter(([name, value]) => (isAsked(name) || !byName.has(name)) && !same(value, initial[name]))
          .map(([name, value]) => [name, plain(value === '' ? null : value)]),
      )
      await onSubmit(changed)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefused(error.fields)
      const unplaced = Object.entries(error.fields).filter(([name]) => !byName.has(name))
      setMessage([error.message, ...unplaced.map(([, text]) => text)].join(' '))
    } finally {
      setBusy(false)
    }
  }

  const size = isInPlace ? 'small' : 'middle'
  return (
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={(event) => isInPlace && event.key === 'Escape' && onCancel()}
      noValidate
      className={isInPlace ? 'zk-form zk-form-in-place' : 'zk-form'}
    >
      {message ? <Alert type="error" showIcon title={message} role="alert" /> : null}
      {shown.map((line) => (
        <Fragment key={line.join()}>
          <SectionHeading section={beginsWith(plan.sections, shown, line)} />
          <div className="zk-form-line">
            {line.map((name) => {
              const field = byName.get(name)!
              const Input = inputs?.[name] ?? viewOf(field.kind).Input
              const fault = words(field)
              return (
                <div key={name} className="zk-form-field">
                  <label htmlFor={`field-${name}`} className={isInPlace ? 'zk-unseen' : undefined}>
                    {say(field.words)}
                    {field.required ? (
                      <span className="zk-required" aria-hidden>
                        {' '}
                        *
                      </span>
                    ) : null}
                  </label>
                  <Input
                    id={`field-${name}`}
                    field={field}
                    value={values[name] ?? null}
                    onChange={(value) => change(name, value)}
                    isBad={fault !== null}
                    around={{ ...around, ...values }}
                    disabled={closed?.has(name) ?? false}
                  />
                  {fault ? (
                    <div className="zk-fault" role="alert">
                      {fault}
                    </div>
                  ) : field.hint ? (
                    <div className="zk-hint">{say(field.hint)}</div>
                  ) : null}
                </div>
              )
            })}
          </div>
        </Fragment>
      ))}
      <div className="zk-form-foot">
        <Button onClick={onCancel} size={size}>
          {t('取消', 'Cancel')}
        </Button>
        <Button type="primary" htmlType="submit" loading={isBusy} size={size}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** The part of the form that begins with a line: the first line shown of those in it. */
const beginsWith = (sections: FormPlan['sections'], shown: FormPlan['lines'], line: readonly string[]): FormSection | undefined =>
  sections?.find(({ fields }) => shown.find((other) => other.some((name) => fields.includes(name))) === line)

function SectionHeading({ section }: { section: FormSection | undefined }) {
  const { say } = useLanguage()
  return section ? <h3 className="zk-form-heading">{say(section.words)}</h3> : null
}

function badWords(field: FieldDescription, t: (zh: string, en: string) => string): string {
  switch (field.kind) {
    case 'phone':
      return t('不是完整的电话号码（座机请带区号）', 'Not a complete telephone number (landlines need their area code)')
    case 'email':
      return t('不是邮箱地址', 'Not an e-mail address')
    case 'url':
      return t('不是网址', 'Not a web address')
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return t('请填有效的数字', 'Not a valid number')
    default:
      return t('格式不对', 'This has the wrong form')
  }
}
