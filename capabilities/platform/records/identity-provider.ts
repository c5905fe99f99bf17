import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { links, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

const administrators = rule.role('administrator')

/** Where people of the company sign in already: we take its word for who they are (OpenID Connect). Its secret is not a field; it is set by an action. */
export const IdentityProvider = defineRecord('identityProvider', {
  words: words('身份提供方', 'Identity provider'),
  title: 'name',
  fields: {
    name: text({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 60,
      card: true,
      sortable: true,
      hint: words('登录页的按钮上显示，例如“公司账号”', 'Stands on the button of the sign-in page: "company account"'),
    }),
    issuer: text({
      zh: '签发地址',
      en: 'Issuer',
      required: true,
      max: 300,
      pattern: {
        is: /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s?#]+$/,
        words: words('填写 https:// 开头的地址', 'give an address that begins with https://'),
        sample: 'https://login.example.com/realms/company',
      },
      hint: words('其下有 /.well-known/openid-configuration', 'Below it lies /.well-known/openid-configuration'),
    }),
    clientId: text({ zh: '客户端编号', en: 'Client id', required: true, max: 200 }),
    scopes: text({
      zh: '申请的范围',
      en: 'Scopes',
      required: true,
      max: 200,
      default: 'openid email profile',
      pattern: { is: /(^| )openid( |$)/, words: words('须含 openid', 'openid must be among them'), sample: 'openid email' },
    }),
    domains: text({
      zh: '邮箱域名',
      en: 'Domains of e-mails',
      required: true,
      max: 500,
      pattern: {
        is: /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([\s,，、;；]+[\p{L}\d-]+(\.[\p{L}\d-]+)+)*$/u,
        words: words('填写域名，用逗号分隔', 'give domains, separated by commas'),
        sample: 'example.cn, example.com',
      },
      hint: words('只有这些域名的邮箱可以由此登录', 'E-mails of these domains alone come in this way'),
    }),
    isOnlyWay: yesNo({
      zh: '只能由此登录',
      en: 'The only way in',
      default: false,
      hint: words('这些域名的人不再能用密码或通行密钥登录', 'People of these domains no longer come in by password or passkey'),
    }),
    provesTwice: yesNo({
      zh: '已含两步验证',
      en: 'Asks for a second factor itself',
      default: false,
      hint: words('开启后，由此登录的人在这里不再要验证码', 'Whoever comes from there is not asked for another one here'),
    }),
    createsUsers: yesNo({
      zh: '自动建立用户',
      en: 'Makes users',
      default: false,
      hint: words('对方有而这里没有的人，首次登录时建立', 'Whoever is known there and not here gets a user at his first sign-in'),
    }),
    newRoles: links('role', { zh: '新用户的角色', en: 'Roles of new users' }),
    isOn: yesNo({ zh: '启用', en: 'On', default: true, card: true }),
  },
  access: { card: administrators, full: administrators, edit: administrators, create: administrators, recycle: administrators },
  list: { columns: ['name', 'issuer', 'domains', 'isOnlyWay', 'isOn'], sort: 'name' },
  form: [['name', 'isOn'], ['issuer'], ['clientId', 'scopes'], ['domains'], ['isOnlyWay', 'provesTwice'], ['createsUsers', 'newRoles']],
})
