import { useEffect, type ComponentType } from 'react'
import { isNeeded } from '#engine/record/depends.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { fieldOf } from '#engine/record/described-field.ts'
import { kindNamed } from '#engine/record/fields/index.ts'
import type { InputProps } from './field-view.ts'
import { inputOf } from './inputs.ts'
import { useLanguage } from './language.tsx'

/** The signs typed and the most there may be, once they come near to each other. Codes of a few signs need no counting. */
function countOf(field: FieldDescription, value: unknown): { typed: number; most: number } | null {
  const most = kindNamed(field.kind).longest?.(fieldOf(field).options)
  const typed = typeof value === 'string' ? value.trim().length : 0
  return most !== undefined && (typed > most || (most >= 40 && typed > most * 0.8)) ? { typed, most } : null
}

/** One field of a form: its name, its input, and below it what is wrong, how much room is left, or a line of help. */
export function FormField({
  fault,
  isUnnamed,
  own,
  ...props
}: InputProps & {
  fault: string | null
  isUnnamed: boolean
  /** Asks for it instead of the input of its kind. */
  own?: ComponentType<InputProps> | undefined
}) {
  const { say } = useLanguage()
  const { id, field, value, others = {} } = props
  const Input = own ?? inputOf(field.kind).Input
  const count = countOf(field, value)
  const said = `${id}-said`
  const isSaid = fault !== null || field.hint !== undefined || count !== null
  // The inputs are of many makes; what belongs to each for those who listen is told to all of them here.
  useEffect(() => {
    const input = document.getElementById(id)
    if (!input) return
    if (fault) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
    if (isSaid) input.setAttribute('aria-describedby', said)
    else input.removeAttribute('aria-describedby')
  }, [id, said, fault, isSaid])
  return (
    <div className="zk-form-field">
      <label htmlFor={id} className={isUnnamed ? 'zk-unseen' : undefined}>
        {say(field.words)}
        {isNeeded(field, others) ? (
          <span className="zk-required" aria-hidden>
            {' '}
            *
          </span>
        ) : null}
      </label>
      <Input {...props} isBad={fault !== null} />
      {isSaid ? (
        <div id={said} className="zk-form-said">
          {fault ? (
            <span className="zk-fault" role="alert">
              {fault}
            </span>
          ) : (
            <span className="zk-hint">{say(field.hint)}</span>
          )}
          {count ? (
            <span className={count.typed > count.most ? 'zk-fault zk-number' : 'zk-hint zk-number'}>
              {count.typed.toLocaleString()} / {count.most.toLocaleString()}
            </span>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
