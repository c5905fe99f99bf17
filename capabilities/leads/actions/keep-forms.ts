import { randomBytes } from 'node:crypto'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'
import { WebForm } from '../records/web-form.ts'
import { refuseForm } from '../rules/form-fields.ts'

function refuseIll({ fields }: { fields?: string[] }): void {
  const refusal = refuseForm({ fields: fields ?? [] })
  if (refusal) throw badFields({ fields: refusal })
}

export const createWebForm = defineAction('webForm.create', {
  creates: WebForm,
  words: { label: words('新建网页表单', 'New web form') },
  run({ input, store }) {
    refuseIll(input as never)
    return store.create(WebForm, { ...input, secret: randomBytes(32).toString('base64url') } as never)
  },
})

export const editWebForm = defineAction('webForm.edit', {
  on: WebForm,
  words: { label: words('编辑', 'Edit') },
  run({ webForm, input, store }) {
    refuseIll({ ...webForm, ...(input as object) })
    return store.edit(WebForm, webForm, input as never)
  },
})

export const closeWebForm = defineAction('leads.closeWebForm', {
  on: WebForm,
  from: 'open',
  to: 'closed',
  words: { label: words('停用', 'Close'), hint: words('网页上显示“已停止接收”', 'The page says that it takes nothing any more') },
  run: ({ webForm, store }) => store.edit(WebForm, webForm, { state: 'closed' }, 'webForm.closed'),
})

export const openWebForm = defineAction('leads.openWebForm', {
  on: WebForm,
  from: 'closed',
  to: 'open',
  words: { label: words('启用', 'Open') },
  run: ({ webForm, store }) => store.edit(WebForm, webForm, { state: 'open' }, 'webForm.opened'),
})
