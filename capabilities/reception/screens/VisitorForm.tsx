import { App, Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { say as sayIn } from '#engine/text/words.ts'
import { api, Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Answer } from '../rules/case.ts'
import { answers, grades, registers, sources } from '../records/reception.ts'
import { useAsked, useDeed, type KnownVisitor, type Picture } from './desk-data.ts'
import { FileLine } from './FindVisitor.tsx'
import { Outcome } from './Outcome.tsx'
import { PeopleChips } from './PeopleChips.tsx'

interface Props {
  picture: Picture
  visitor: KnownVisitor | { id: null; name: string; mobile: string }
  onDone(): void
}

const first: Answer = { been: 'no', named: [], asked: null, declined: [], waits: false, picks: null }

/** The first question and what follows from it: who receives now, and why. One tap registers and hands over. */
export function VisitorForm({ picture, visitor, onDone }: Props) {
  const { t, say, locale } = useLanguage()
  const { message } = App.useApp()
  const [register, setRegister] = useState<'walkIn' | 'callIn'>('walkIn')
  const [isAnswered, setAnswered] = useState(false)
  const [answer, setAnswer] = useState<Answer>(first)
  const [about, setAbout] = useState<{ source?: string; product?: string; grade?: string }>({})
  const [takenBy, setTakenBy] = useState<string | null>(null)
  const [customer, setCustomer] = useState<string | null>(visitor.id)
  const [isSending, setSending] = useState(false)
  const deed = useDeed(picture)
  const files = 'files' in visitor ? visitor.files : []
  const people = [
    ...picture.ring.map(({ user, name }) => ({ id: user, name })),
    ...files.flatMap(({ salesperson }) => (picture.ring.some(({ user }) => user === salesperson.id) ? [] : [salesperson])),
  ].filter(({ id }, i, all) => all.findIndex((one) => one.id === id) === i)
  const isVisit = register === 'walkIn'
  const asked = useAsked(picture.shift.id, picture.shift.version, customer, isAnswered && isVisit ? answer : null)
  const answered = (patch: Partial<Answer>) => {
    setAnswered(true)
    setAnswer({ ...answer, ...patch })
  }
  const options = (choices: Record<string, { zh: string; en: string }>) =>
    Object.entries(choices).map(([value, label]) => ({ value, label: sayIn(label, locale) }))

  const send = async () => {
    setSending(true)
    try {
      const id = customer ?? (await makeCustomer(visitor as { name: string; mobile: string }, register))
      setCustomer(id)
      const input = isVisit ? { ...answer, ...about } : { been: answer.been, named: answer.named, takenBy, ...about }
      await deed.mutateAsync({ action: isVisit ? 'receive' : 'registerCall', input: { customer: id, ...input } })
      onDone()
    } catch (problem) {
      // What the deed itself refuses it says itself; here only the customer could not be made.
      if (problem instanceof Problem && !customer) message.error(Object.values(problem.fields)[0] ?? problem.message)
    } finally {
      setSending(false)
    }
  }
  return (
    <section className="zk-desk-form">
      <header>
        <h2>{visitor.name}</h2>
        <Segmented
          aria-label={t('登记表', 'Register')}
          value={register}
          onChange={setRegister}
          options={options(registers) as { value: 'walkIn' | 'callIn'; label: string }[]}
        />
        <Button onClick={onDone}>{t('返回查找', 'Back to the search')}</Button>
      </header>
      {files.map((file) => (
        <FileLine key={file.at + file.salesperson.id} file={file} />
      ))}
      <fieldset>
        <legend>{t('“您来过吗？谁接待的？”', '“Have you been here before? With whom?”')}</legend>
        <div className="zk-desk-answers">
          {Object.entries(answers).map(([value, label]) => (
            <Button
              key={value}
              size="large"
              aria-pressed={isAnswered && answer.been === value}
              type={isAnswered && answer.been === value ? 'primary' : 'default'}
              onClick={() => answered({ been: value as Answer['been'], ...(value === 'yes' ? {} : { named: [] }) })}
            >
              {say(label)}
            </Button>
          ))}
        </div>
      </fieldset>
      {isAnswered && answer.been === 'yes' ? (
        <PeopleChips
          label={t('说是谁接待的', 'With whom')}
          people={people}
          chosen={answer.named}
          isMany
          onChange={(named) => answered({ named })}
        />
      ) : null}
      {isAnswered && isVisit ? (
        <>
          <PeopleChips
            label={t('指定', 'Asks for')}
            people={people.filter(({ id }) => !answer.declined.includes(id))}
            chosen={answer.asked ? [answer.asked] : []}
            onChange={([to]) => answered({ asked: to ?? null })}
          />
          <PeopleChips
            label={t('拒绝', 'Declines')}
            people={people.filter(({ id }) => id !== answer.asked)}
            chosen={answer.declined}
            isMany
            onChange={(declined) => answered({ declined })}
          />
          <label className="zk-desk-check">
            <input type="checkbox" checked={answer.waits} onChange={(event) => answered({ waits: event.target.checked })} />
            {t('人忙时愿意等', 'Will wait for somebody busy')}
          </label>
        </>
      ) : null}
      {isVisit ? null : (
        <PeopleChips
          label={t('接听人', 'Call taken by')}
          people={people}
          chosen={takenBy ? [takenBy] : []}
          onChange={([to]) => setTakenBy(to ?? null)}
        />
      )}
      <div className="zk-desk-about">
        <Select
          allowClear
          aria-label={t('从何得知', 'How he knows of us')}
          placeholder={t('从何得知', 'How he knows of us')}
          value={about.source}
          options={options(sources)}
          onChange={(source) => setAbout({ ...about, source })}
        />
        <Input
          aria-label={t('意向产品', 'Interested in')}
          placeholder={t('意向产品', 'Interested in')}
          value={about.product}
          onChange={(event) => setAbout({ ...about, product: event.target.value || undefined })}
        />
        <Segmented
          aria-label={t('意向等级', 'Intention grade')}
          value={about.grade ?? ''}
          onChange={(grade) => setAbout({ ...about, grade: grade || undefined })}
          options={[{ value: '', label: t('等级', 'Grade') }, ...Object.keys(grades).map((value) => ({ value, label: value }))]}
        />
      </div>
      {isVisit && isAnswered && asked.data ? <Outcome asked={asked.data} picture={picture} /> : null}
      <Button
        type="primary"
        size="large"
        block
        loading={isSending}
        disabled={!isAnswered || (!isVisit && !takenBy)}
        onClick={() => void send()}
      >
        {sendWords(
          t,
          isVisit,
          asked.data?.receiver ? (picture.ring.find(({ user }) => user === asked.data!.receiver)?.name ?? null) : null,
        )}
      </Button>
    </section>
  )
}

const sendWords = (t: (zh: string, en: string) => string, isVisit: boolean, receiver: string | null) =>
  !isVisit
    ? t('登记来电', 'Register the call')
    : receiver
      ? t(`登记，由${receiver}接待`, `Register: ${receiver} receives`)
      : t('登记并等候', 'Register and wait')

async function makeCustomer({ name, mobile }: { name: string; mobile: string }, source: string): Promise<string> {
  const made = await api.post<{ id: string }>('/records/customer', {
    name,
    kind: 'person',
    source,
    ...(mobile ? { contactMobile: mobile } : {}),
  })
  return made.id
}
