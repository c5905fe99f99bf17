import { choice, choices, clock, day, email, instant, link, note, phone, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words, type Words } from '#engine/text/words.ts'
import { channels } from '../rules/consent.ts'
import { contactRoles } from '../rules/contact-roles.ts'
import { isMobile } from '../rules/identities.ts'
import { isIdentityCard } from '../rules/identity-card.ts'

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
      choices: contactRoles,
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
    idNumber: text({
      zh: '身份证号',
      en: 'Identity card',
      max: 18,
      guarded: true,
      secrecy: 'sensitive',
      identity: { name: 'idNumber' },
      pattern: {
        is: { test: (value: string) => isIdentityCard(value.toUpperCase()) } as RegExp,
        words: words('不是有效的身份证号（18 位，含校验位）', 'is not a valid identity card number (18 characters with a check character)'),
        sample: '11010519491231002X',
      } as { is: RegExp; words: Words },
      aliases: ['身份证', '证件号码', '身份证号码', 'id number'],
    }),
    preferredChannel: choice({ zh: '偏好渠道', en: 'Preferred channel', choices: channels, aliases: ['联系偏好'] }),
    reachableFrom: clock({ zh: '方便时间从', en: 'Reachable from' }),
    reachableTo: clock({ zh: '方便时间至', en: 'Reachable to', isEnd: true }),
    isRestricted: yesNo({
      zh: '限制处理',
      en: 'Restricted',
      byAction: true,
      hint: words('本人要求不再使用其信息', 'The person asked that the data not be used'),
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
  form: [
    ['name', 'customer'],
    ['title', 'roles'],
    ['mobile', 'telephone'],
    ['email', 'wechat'],
    ['gender', 'birthday'],
    ['idNumber', 'preferredChannel'],
    ['reachableFrom', 'reachableTo'],
    ['note'],
  ],
  mergeable: true,
  // Two of one name at one customer are taken for one.
  matchBy: ['mobile', 'wechat', 'idNumber', ['name', 'customer']],
  related: ['activity.contact', 'contactRole.contact', 'address.contact', 'identity.contact', 'consent.contact', 'subjectRequest.contact'],
})
