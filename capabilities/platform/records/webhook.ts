import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choices, defineLifecycle, instant, lifecycle, link, note, text, url } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

const webhookLife = defineLifecycle({
  states: {
    off: { ...words('停用', 'Off'), color: 'plain' },
    on: { ...words('启用', 'On'), color: 'good' },
    paused: { ...words('已暂停', 'Paused'), color: 'bad' },
  },
  initial: 'off',
  moves: { off: ['on'], on: ['off', 'paused'], paused: ['on', 'off'] },
})

/** Another system that is told of what happens here. */
export const Webhook = defineRecord('webhook', {
  words: words('Webhook', 'Webhook'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, card: true, sortable: true }),
    address: url({
      zh: '接收地址',
      en: 'Address',
      required: true,
      hint: words('对方接收消息的网址，用 https', 'Where the other system takes messages in; by https'),
    }),
    events: choices({
      zh: '事件',
      en: 'Events',
      max: 50,
      hint: words('如 customer.created、customer.*；不填为全部', 'As customer.created, customer.*; all where empty'),
    }),
    state: lifecycle(webhookLife, { zh: '状态', en: 'State', card: true, filterable: true }),
    actsFor: link('user', {
      zh: '权限依据',
      en: 'Acts for',
      byAction: true,
      hint: words('按此人的权限发送：看不到的不发', 'Sends with the rights of this user: what he may not see is not sent'),
    }),
    onSince: instant({ zh: '启用于', en: 'On since', byAction: true }),
    okAt: instant({ zh: '上次成功', en: 'Last success', byAction: true, quiet: true }),
    failingSince: instant({ zh: '持续失败自', en: 'Failing since', byAction: true, quiet: true }),
    note: note({ zh: '说明', en: 'Note', max: 1000 }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['name', 'address', 'state', 'events', 'actsFor', 'okAt'], filters: ['state'], sort: 'name' },
  form: [['name'], ['address'], ['events'], ['note']],
})
