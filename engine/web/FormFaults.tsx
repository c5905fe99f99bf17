import { Alert } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'

/** What keeps a form from being saved, above it: each fault leads to its field. */
export function FormFaults({
  message,
  bad,
  rest,
  onGo,
}: {
  /** What the server said to it; null where it has not been asked. */
  message: string | null
  bad: readonly FieldDescription[]
  /** Faults that belong to no field of this form. */
  rest: readonly string[]
  onGo(name: string): void
}) {
  const { t, say } = useLanguage()
  const count = t(`有 ${bad.length} 处需要修改：`, bad.length === 1 ? 'One thing needs a change: ' : `${bad.length} things need a change: `)
  const places = bad.map((field, i) => (
    <span key={field.name}>
      {i > 0 ? t('、', ', ') : ''}
      <button type="button" className="zk-link" onClick={() => onGo(field.name)}>
        {say(field.words)}
      </button>
    </span>
  ))
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="zk-form-faults"
      title={
        <>
          {message ? <div>{message}</div> : null}
          {rest.map((text) => (
            <div key={text}>{text}</div>
          ))}
          {places.length > 0 ? (
            <div>
              {message ? '' : count}
              {places}
            </div>
          ) : null}
        </>
      }
    />
  )
}
