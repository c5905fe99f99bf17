import { words, type Words } from '#engine/text/words.ts'

/** What of a contact tells how far its three steps have come. */
export interface ContactSteps {
  isImportant: boolean
  state: string
  goal: string | null
  talkingPoints: string | null
  outcome: string | null
  body: string | null
  nextStep: string | null
  nextOn: string | null
  noFollowUp: string | null
}

export const steps = {
  preparation: words('准备', 'Preparation'),
  record: words('记录', 'Record'),
  followUp: words('跟进', 'Follow-up'),
} satisfies Record<string, Words>
export type Step = keyof typeof steps

/** Which of the three steps of an important contact have been taken: what is wanted of it, what came of it, what follows. */
export const stepsTaken = ({ goal, outcome, body, nextStep, nextOn, noFollowUp }: Omit<ContactSteps, 'state'>): Record<Step, boolean> => ({
  preparation: Boolean(goal),
  record: Boolean(outcome ?? body),
  followUp: Boolean(noFollowUp) || Boolean(nextStep && nextOn),
})

const needed = words('重要联系完成时必填', 'is needed to close an important contact')

/**
 * Why a contact cannot be closed, by field; none where it can. An important one leaves a record and a follow-up behind, or says why none is
 * needed.
 */
export function refuseClosing(contact: ContactSteps): Record<string, Words> {
  if (!contact.isImportant || contact.state !== 'done') return {}
  const { record, followUp } = stepsTaken(contact)
  return {
    ...(record ? {} : { outcome: needed }),
    ...(followUp || contact.nextStep
      ? {}
      : { nextStep: words('写下一步，或说明无需跟进的原因', 'name the next step, or say why there is none') }),
    ...(followUp || !contact.nextStep ? {} : { nextOn: words('下一步在哪天？', 'on which day?') }),
  }
}
