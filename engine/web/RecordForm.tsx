import { Alert, Button } from 'antd'
import { Fragment, useEffect, useId, useRef, useState, type ComponentType, type FormEvent, type KeyboardEvent } from 'react'
import { isNothing } from '#engine/record/depends.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { FormSection } from '#engine/record/layouts.ts'
import { Problem } from './api.ts'
import { bare } from './bare.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { DraftLine } from './DraftLine.tsx'
import type { InputProps } from './field-view.ts'
import { changesOf, faultsOf, fieldOfPlace, isShown, partsOf, type Values } from './form-faults.ts'
import { beginsWith, type FormPlan } from './form-plan.ts'
import { FormFaults } from './FormFaults.tsx'
import { FormField } from './FormField.tsx'
import { useLanguage } from './language.tsx'
import { useOnline } from './online.ts'
import { useTaken, type FormSubject } from './taken.ts'
import { UnsavedGuard } from './UnsavedGuard.tsx'

interface Props {
  fields: readonly FieldDescription[]
  /** How the form is laid out, which may depend on what is filled in. */
  lines: FormPlan['lines'] | ((values: Values) => FormPlan)
  initial: Values
  submit: string
  /**
   * Sends what has changed; a refusal is shown beside its fields.
   * @param version at which the change began, where a draft of it was restored.
   */
  onSubmit(changed: Record<string, unknown>, version?: number): Promise<void>
  onCancel(): void
  /** Inputs of its own for single fields. */
  inputs?: Readonly<Record<string, ComponentType<InputProps>>>
  /** Fields whose inputs are shown but closed. */
  closed?: ReadonlySet<string>
  /** One field where it stands on its page: its name is there already, Escape leaves it. */
  isInPlace?: boolean
  /** The record that is made or changed; absent for what an action asks. */
  subject?: FormSubject
  /** The other values of the record that is changed or acted on: fields may depend on them. */
  around?: Values
  /** Keeps what is typed until it is saved. */
  draft?: DraftKeeper
}

/** Where an input is within a form: that of a whole field, or of a part of one, "lines.0.price". */
const idOf = (form: string, place: string) => `${form}-${place.replaceAll('.', '-')}`

/** A form out of a description: asks, checks as one types, and shows what the server refuses beside the field. */
export function RecordForm(props: Props) {
  const { fields: all, lines, initial, submit, onSubmit, onCancel, inputs, closed, isInPlace = false, subject, around, draft } = props
  const { t, say } = useLanguage()
  const [restored, setRestored] = useState(draft?.restored ?? null)
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...among(all, restored?.values) }))
  const [touched, setTouched] = useState<ReadonlySet<string>>(() => new Set(Object.keys(restored?.values ?? {})))
  const [typing, setTyping] = useState<string | null>(null)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)
  const [isLost, setLost] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isOnline = useOnline()
  const form = useRef<HTMLFormElement>(null)
  const prefix = useId()
  const plan = typeof lines === 'function' ? lines(values) : { lines }
  const fields = all.filter(({ name }) => !plan.hidden?.includes(name))
  const byName = new Map(fields.map((field) => [field.name, field]))
  const changed = changesOf(values, initial)
  const beside = isInPlace ? {} : around
  const isMeant = (name: string) => byName.has(name) && isShown(byName.get(name)!, fields, values, beside)
  const faults = faultsOf(fields, values, initial, beside)
  const isSound = (name: string) => !Object.keys(faults).some((place) => fieldOfPlace(place) === name)
  const taken = useTaken(subject, fields, changed, values, isSound)

  const placed = new Set(plan.lines.flat())
  const shown = [...plan.lines, ...fields.filter((field) => !placed.has(field.name)).map((field) => [field.name])]
    .map((line) => line.filter(isMeant))
    .filter((line) => line.length > 0)
  const bad = shown.flat().filter((name) => !isSound(name) || Object.keys(refused).some((place) => fieldOfPlace(place) === name))
  const unplaced = Object.entries(refused).flatMap(([place, text]) => (shown.flat().includes(fieldOfPlace(place)) ? [] : [text]))
  const others = { ...around, ...values, ...(subject?.id ? { id: subject.id } : {}) }

  // The first thing that can be typed is where one begins.
  useEffect(() => {
    const input = form.current?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])')
    input?.focus({ preventScroll: true })
  }, [])
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else draft?.keep(changesOf(values, initial))
    // What the form began with is made anew with every drawing; only what is typed counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [values, draft])
  // A half-typed number is not a wrong one: one hears of it after a moment, or on leaving the field.
  useEffect(() => {
    if (typing === null) return
    const timer = setTimeout(() => setTyping(null), 700)
    return () => clearTimeout(timer)
  }, [typing, values])

  const set = (name: string, value: unknown) => {
    setValues((before) => ({ ...before, [name]: value, ...leftOutside(fields, name, before, value) }))
    setTouched((before) => new Set(before).add(name))
    const rest = Object.entries(refused).filter(([place]) => fieldOfPlace(place) !== name)
    if (rest.length < Object.keys(refused).length) {
      setRefused(Object.fromEntries(rest))
      if (rest.length === 0) setMessage(null)
    }
  }
  const fill = (more: Values) =>
    setValues((before) => ({
      ...before,
      ...Object.fromEntries(Object.entries(among(fields, more)).filter(([name]) => isNothing(before[name]))),
    }))
  const go = (name: string) => {
    const place = Object.keys({ ...faults, ...refused }).find((entry) => fieldOfPlace(entry) === name) ?? name
    const input = document.getElementById(idOf(prefix, place)) ?? document.getElementById(idOf(prefix, name))
    input?.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
  }
  const words = (name: string): string | null => {
    if (refused[name]) return refused[name]
    const isOwn = Object.hasOwn(faults, name) && (isSent || (touched.has(name) && typing !== name))
    return isOwn ? say(faults[name]) : (taken[name] ?? null)
  }
  const parts = (name: string) => ({
    ...(isSent || touched.has(name) ? Object.fromEntries(Object.entries(partsOf(faults, name)).map(([at, text]) => [at, say(text)])) : {}),
    ...partsOf(refused, name),
  })

  async function send(event: FormEvent) {
    event.preventDefault()
    // A form that was opened out of this one is another form, though React hands its events on.
    event.stopPropagation()
    if (isBusy) return
    setSent(true)
    const first = shown.flat().find((name) => !isSound(name))
    if (first) return go(first)
    setBusy(true)
    setMessage(null)
    setLost(false)
    try {
      const body = Object.entries(changed).filter(([name]) => isMeant(name))
      await onSubmit(Object.fromEntries(body.map(([name, value]) => [name, bare(value === '' ? null : value)])), restored?.version)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefused(error.fields)
      if (error.code === 'offline') setLost(true)
      else setMessage(error.message)
      const place = Object.keys(error.fields).find((entry) => byName.has(fieldOfPlace(entry)))
      if (place) setTimeout(() => go(fieldOfPlace(place)))
    } finally {
      setBusy(false)
    }
  }
  const leave = (event: KeyboardEvent) => {
    if (!isInPlace || event.key !== 'Escape' || !form.current?.contains(event.target as Node)) return
    event.stopPropagation()
    onCancel()
  }
  const cancel = () => {
    draft?.finish()
    onCancel()
  }
  const isUnkept = () => !isBusy && Object.keys(changed).some((name) => !draft?.works() || !draft.holds(name))

  const size = isInPlace ? 'small' : 'middle'
  return (
    <form ref={form} onSubmit={send} onKeyDown={leave} noValidate className={isInPlace ? 'zk-form zk-form-in-place' : 'zk-form'}>
      <UnsavedGuard isUnkept={isUnkept} />
      {restored ? (
        <DraftLine
          draft={restored}
          fields={fields}
          onDiscard={() => {
            draft?.discard()
            setRestored(null)
            setValues(initial)
            setTouched(new Set())
          }}
        />
      ) : null}
      {isLost ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={
            isOnline
              ? t('没有连上服务器，还没有保存。', 'The server was not reached; nothing is saved yet. ')
              : t('没有网络，还没有保存。', 'There is no network; nothing is saved yet. ')
          }
          description={t(
            '内容都在这里。连上后再点一次，不会重复保存。',
            'All is still here. Try again once there is a connection: it is not saved twice.',
          )}
        />
      ) : null}
      {message !== null || (isSent && bad.length > 0) ? (
        <FormFaults message={message} bad={bad.map((name) => byName.get(name)!)} rest={unplaced} onGo={go} />
      ) : null}
      {shown.map((line) => (
        <Fragment key={line.join()}>
          <SectionHeading section={beginsWith(plan.sections, shown, line)} />
          <div className="zk-form-line" onBlur={() => setTyping(null)}>
            {line.map((name) => (
              <FormField
                key={name}
                id={idOf(prefix, name)}
                field={byName.get(name)!}
                value={values[name] ?? null}
                onChange={(value) => {
                  setTyping(name)
                  set(name, value)
                }}
                onFill={fill}
                others={others}
                fault={words(name)}
                faults={parts(name)}
                disabled={closed?.has(name) ?? false}
                isUnnamed={isInPlace}
                own={inputs?.[name]}
              />
            ))}
          </div>
        </Fragment>
      ))}
      <div className="zk-form-foot">
        <Button onClick={cancel} size={size}>
          {t('取消', 'Cancel')}
        </Button>
        <Button type="primary" htmlType="submit" loading={isBusy ? { delay: 200 } : false} size={size}>
          {isLost ? t('再试一次', 'Try again') : submit}
        </Button>
      </div>
    </form>
  )
}

function SectionHeading({ section }: { section: FormSection | undefined }) {
  const { say } = useLanguage()
  return section ? <h3 className="zk-form-heading">{say(section.words)}</h3> : null
}

/** The values of a draft that the form still asks for: fields may have gone meanwhile. */
const among = (fields: readonly FieldDescription[], values: Values = {}): Values =>
  Object.fromEntries(fields.flatMap(({ name }) => (name in values ? [[name, values[name]]] : [])))

/** Links that lay within another record of the field that changes now: they lead out of it, and are empty again. */
const leftOutside = (fields: readonly FieldDescription[], name: string, before: Values, value: unknown): Values =>
  isNothing(before[name]) || JSON.stringify(bare(before[name])) === JSON.stringify(bare(value))
    ? {}
    : Object.fromEntries(
        fields
          .filter((field) => Object.values(field.within ?? {}).includes(name) && !isNothing(before[field.name]))
          .map((field) => [field.name, field.kind === 'links' ? [] : null]),
      )
