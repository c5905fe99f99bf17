import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { dayAt } from '#engine/time/zone.ts'
import { useKnown, type KnownFile, type KnownVisitor } from './desk-data.ts'

interface Props {
  shift: string
  onChoose(visitor: KnownVisitor | { id: null; name: string; mobile: string }): void
}

const isNumber = (text: string) => /^[\d\s+-]{7,}$/.test(text.trim())

/** "Have you been here before?" is answered by the records too: by name, number, or its last digits. */
export function FindVisitor({ shift, onChoose }: Props) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useKnown(shift, q)
  const number = isNumber(typed) ? typed.replaceAll(/\s/g, '') : ''
  const called = number ? name.trim() : typed.trim()
  return (
    <section className="zk-desk-find">
      <h2>{t('来访客户', 'Visitor')}</h2>
      <Input
        size="large"
        allowClear
        autoFocus
        aria-label={t('手机号、后四位或姓名', 'Number, its last digits, or name')}
        placeholder={t('手机号、后四位或姓名', 'Number, its last digits, or name')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {q.length >= 2 ? (
        <ul className="zk-desk-known" aria-busy={isFetching}>
          {(data?.items ?? []).map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onChoose(one)}>
                <b>{one.name}</b>
                {one.contact ? <span className="zk-faint">{one.contact}</span> : null}
                {one.files.length === 0 ? (
                  <span className="zk-faint">{t('在册，没有建档', 'On record, no file')}</span>
                ) : (
                  one.files.map((file) => <FileLine key={file.at + file.salesperson.id} file={file} />)
                )}
              </button>
            </li>
          ))}
          {data?.items.length === 0 && !isFetching ? (
            <li className="zk-faint">{t('没有来过的记录', 'No record of an earlier visit')}</li>
          ) : null}
        </ul>
      ) : null}
      {typed.trim() ? (
        <div className="zk-desk-new">
          {number ? (
            <Input
              size="large"
              aria-label={t('姓名', 'Name')}
              placeholder={t('姓名', 'Name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          ) : null}
          <Button size="large" disabled={!called} onClick={() => onChoose({ id: null, name: called, mobile: number })}>
            {called ? t(`登记新客户“${called}”`, `Register "${called}" as new`) : t('登记新客户', 'Register as new')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** With whom, since when, and whether it still counts. */
export function FileLine({ file }: { file: KnownFile }) {
  const { t } = useLanguage()
  return (
    <span className={file.isValid ? 'zk-desk-valid' : 'zk-faint'}>
      {t(`${file.salesperson.name} ${dayAt(file.at)} 接待，`, `${file.salesperson.name}, ${dayAt(file.at)}; `)}
      {file.isValid
        ? t(`有效至 ${file.validThrough}`, `valid through ${file.validThrough}`)
        : t(`已于 ${file.validThrough} 过期`, `expired ${file.validThrough}`)}
    </span>
  )
}
