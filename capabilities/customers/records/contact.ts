import { choice, choices, day, email, instant, link, note, phone, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { isMobile } from '../rules/identities.ts'

/** A human being of a customer. A person-kind customer has one with the role "self". */
export const Contact = defineRecord('contact', {
  words: words('联系人', 'Contact'),
  title: 'name',
  under: 'customer',
  fields: {
    name: text({
      zh: '姓名',
      en: 'Name',
      required: true,
      max: 60,
      sortable: true,
      searchable: true,
      card: true,
      aliases: ['联系人', '联系人姓名', '客户姓名', 'contact', 'contact name', 'full name'],
    }),
    customer: link('customer', {
      zh: '客户',
      en: 'Customer',
      required: true,
      card: true,
      aliases: ['公司', '公司名称', '单位', '客户名称', 'company', 'account', 'organization'],
    }),
    roles: choices({
      zh: '角色',
      en: 'Roles',
      filterable: true,
      open: true,
      choices: {
        self: words('本人', 'Self'),
        decides: { ...words('决策', 'Decides'), aliases: ['决策人'] },
        pays: { ...words('付款', 'Pays'), aliases: ['付款人'] },
        uses: { ...words('使用', 'Uses'), aliases: ['使用人'] },
        influences: { ...words('影响', 'Influences'), aliases: ['影响人'] },
      },
    }),
    title: text({ zh: '职位', en: 'Position', max: 60, aliases: ['职务', '岗位', 'title', 'job title', 'position'] }),
    mobile: phone({
      zh: '手机',
      en: 'Mobile',
      guarded: true,
      searchable: true,
      identity: { name: 'phone', exclusive: isMobile },
      aliases: ['手机号', '手机号码', '联系电话', '电话', '联系方式', 'mobile', 'cell', 'phone'],
    }),
    telephone: phone({
      zh: '座机',
      en: 'Telephone',
      guarded: true,
      searchable: true,
      identity: { name: 'phone', exclusive: false },
      aliases: ['固定电话', '办公电话', 'tel', 'telephone', 'work phone'],
    }),
    email: email({
      zh: '邮箱',
      en: 'E-mail',
      guarded: true,
      identity: { name: 'email', exclusive: false },
      aliases: ['电子邮箱', '电子邮件', 'mail', 'e-mail', 'email address'],
    }),
    wechat: text({ zh: '微信', en: 'WeChat', max: 60, guarded: true, identity: { name: 'wechat' }, aliases: ['微信号', 'wechat id'] }),
    gender: choice({
      zh: '性别',
      en: 'Gender',
      choices: { male: { ...words('男', 'Male'), aliases: ['先生', 'M'] }, female: { ...words('女', 'Female'), aliases: ['女士', 'F'] } },
    }),
    birthday: day({
      zh: '生日',
      en: 'Birthday',
      guarded: true,
      birthday: true,
      max: '2200-01-01',
      aliases: ['出生日期', '生日', 'birthday', 'date of birth'],
    }),
    note: note({ zh: '备注', en: 'Note', aliases: ['说明', 'remark', 'notes'] }),
    lastContactAt: instant({ zh: '最近联系', en: 'Last contact', quiet: true, aliases: ['最近联系', '最近联系时间', 'last contact'] }),
  },
  list: {
    columns: ['name', 'customer', 'title', 'mobile', 'email', 'roles', 'createdAt'],
    filters: ['customer', 'roles', 'createdAt'],
    sort: '-createdAt',
  },
  brief: ['customer', 'mobile'],
  form: [['name', 'customer'], ['title', 'roles'], ['mobile', 'telephone'], ['email', 'wechat'], ['gender', 'birthday'], ['note']],
  matchBy: ['mobile', 'wechat'],
  related: ['activity.contact', 'identity.contact'],
})
