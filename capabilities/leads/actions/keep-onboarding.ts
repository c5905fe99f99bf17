import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { Task, User } from '#cap/platform'
import { calendarFor } from '#cap/staff'
import { link } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Queries } from '#engine/store/database.ts'
import { addWorkdays } from '#engine/time/working-time.ts'
import { words } from '#engine/text/words.ts'
import { Lead } from '../records/lead.ts'
import { Onboarding } from '../records/onboarding.ts'
import { Playbook } from '../records/playbook.ts'
import { noteOfStep } from '../rules/playbook.ts'

interface Within {
  store: Store
  queries: Queries
  today: string
}

/** The steps of a playbook as tasks of somebody, on workdays of his calendar. */
async function makeTasks(
  { store, queries, today }: Within,
  { playbook, about, user, name }: { playbook: RowOf<typeof Playbook>; about: { record: string; id: string }; user: string; name: string },
): Promise<void> {
  const assignee = await store.get(User, user)
  if (!assignee?.isActive) throw badFields({ owner: words('没有在职的执行人', 'Nobody who works here would do it') })
  const calendar = await calendarFor(queries, { department: assignee.department })
  const locale = assignee.locale === 'en' ? 'en' : 'zh'
  const steps = [...playbook.steps].sort((a, b) => a.after - b.after)
  await store.createMany(
    Task,
    steps.map((step, i) => ({
      title: step.title,
      note: noteOfStep(playbook, step, { name, locale, isFirst: i === 0 }) || null,
      dueOn: addWorkdays(calendar, today, step.after),
      assignee: user,
      department: assignee.department,
      about,
    })),
  )
}

const playbookFor = async (store: Store, id: string, kind: string): Promise<RowOf<typeof Playbook>> => {
  const playbook = await store.get(Playbook, id)
  if (playbook?.kind === kind) return playbook
  throw badFields({ playbook: words('这个模板不用于这里', 'This playbook is not for this') })
}

/** The first contact as planned: what to say and to bring stands in the first task. */
export const planFirstContact = defineAction('leads.planFirstContact', {
  on: Lead,
  from: ['new', 'allocated', 'contacted', 'nurtured'],
  input: { playbook: link('playbook', { zh: '模板', en: 'Playbook', required: true }) },
  isMinor: true,
  words: { label: words('安排首次联系', 'Plan the first contact'), hint: words('按模板生成任务', 'Makes the tasks of a playbook') },
  async run(context) {
    const { lead, input, store, actor } = context
    const playbook = await playbookFor(store, input.playbook, 'firstContact')
    await makeTasks(context, { playbook, about: { record: Lead.name, id: lead.id }, user: lead.owner ?? actor.id, name: lead.name })
    const [first] = [...playbook.steps].sort((a, b) => a.after - b.after)
    const calendar = await calendarFor(context.queries, { department: lead.department })
    return first ? store.edit(Lead, lead, { nextOn: addWorkdays(calendar, context.today, first.after) }) : lead
  },
})

/** Begins what is done for a new customer. */
export async function startOnboarding(
  context: Within,
  { customer, playbook: id, owner }: { customer: string; playbook: string; owner: string },
): Promise<RowOf<typeof Onboarding>> {
  const { store, today } = context
  const playbook = await playbookFor(store, id, 'onboarding')
  const made = await store.create(Onboarding, {
    name: playbook.name.zh || playbook.name.en,
    customer,
    playbook: id,
    by: owner,
    startedOn: today,
    finished: 0,
  })
  await makeTasks(context, { playbook, about: { record: Onboarding.name, id: made.id }, user: owner, name: made.name })
  return made
}

export const createOnboarding = defineAction('onboarding.create', {
  creates: Onboarding,
  words: { label: words('开始新客户计划', 'Begin onboarding') },
  run(context) {
    const { customer, playbook, by } = context.input as { customer: string; playbook: string; by?: string | null }
    return startOnboarding(context, { customer, playbook, owner: by ?? context.actor.id })
  },
})
