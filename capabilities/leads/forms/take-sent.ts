import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { takeAttempt } from '#engine/sign-in/attempts.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { captureLead } from '../actions/capture-lead.ts'
import { formFields, readSent, trap, type FormField } from '../rules/form-fields.ts'
import { readFormToken } from './form-token.ts'
import { countRefused, useToken, type StoredForm } from './queries.ts'

const nameOf = (field: string): Words =>
  formFields[field as FormField] ?? (field === 'name' ? words('姓名', 'Name') : words('同意', 'Consent'))

/**
 * Takes what a stranger has sent. Programs are not told that they were seen through: they hear what everybody hears. What is missing or cannot
 * be read is named by its field, and never repeated.
 * @param from the address that it came from
 * @returns what is wrong, for him to mend; nothing where it was taken, or not believed.
 */
export async function takeSent(
  runtime: Runtime,
  form: StoredForm,
  sent: Readonly<Record<string, unknown>>,
  from: string,
): Promise<Words[]> {
  const { database } = runtime
  const now = runtime.clock()
  const disbelieve = async () => {
    await countRefused(database, form.id, dayAt(now))
    return []
  }
  const token = typeof sent.token === 'string' ? sent.token : ''
  const isPlain = !token && form.allowsPlain
  // Counted before anything is looked at, on all nodes together.
  await takeAttempt(database, isPlain ? 'plainForm' : 'form', from)
  if (sent[trap]) return disbelieve()
  const { values, missing } = readSent(form, sent)
  if (missing.length > 0) return missing.map((field) => fill(words('请填写：{name}', 'Please give: {name}'), { name: nameOf(field) }))
  const known = isPlain ? null : readFormToken(form, token, now)
  if (known && 'refused' in known)
    return known.refused === 'late'
      ? [words('页面打开太久，请重新填写。', 'The page has been open for too long; please fill it in again.')]
      : disbelieve()
  const { interests, ...rest } = values
  try {
    await perform(
      runtime,
      systemActor,
      captureLead,
      [
        {
          input: {
            ...rest,
            interest: interests,
            consent: `${form.consent.zh}\n${form.consent.en}`.trim(),
            source: form.source,
            sourceDetail: form.campaign ?? form.name,
            form: form.id,
            subject: form.name,
          },
        },
      ],
      // Used up together with what it lets in: what fails half-way may be sent again.
      {
        alongside: async (tx) => {
          if (known && !(await useToken(tx, known.nonce, new Date(now).toISOString())))
            throw new Refusal('sent-before', words('已提交', 'sent before'))
        },
      },
    )
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'sent-before') return []
    const faults = Object.entries(error.fields ?? {})
    if (faults.length === 0) throw error
    return faults.map(([field, fault]) => fill(words('{name}：{fault}', '{name}: {fault}'), { name: nameOf(field), fault }))
  }
}
