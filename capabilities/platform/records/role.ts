import { fieldLevelWords, grantWords, scopeWords, separateWords } from '#engine/record/right-words.ts'
import { rule } from '#engine/access/rules.ts'
import { choice, integer, links, note, rows, text, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { secrecyWords } from '#engine/record/secrecy.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words, type Words } from '#engine/text/words.ts'

const scope = ({ zh, en }: Words) => choice({ zh, en, choices: scopeWords, required: true, default: 'none' })

/** What somebody may see and do. A user may have several; together they allow whatever one of them allows. */
export const Role = defineRecord('role', {
  words: words('角色', 'Role'),
  title: 'name',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, card: true }),
    code: text({
      zh: '代码',
      en: 'Code',
      required: true,
      fixed: true,
      sortable: true,
      identity: { name: 'role' },
      card: true,
      pattern: { is: /^[a-z][a-zA-Z]{1,30}$/, words: words('请用英文字母', 'use Latin letters') },
    }),
    note: note({ zh: '说明', en: 'Note' }),
    clearance: choice({
      zh: '可看密级',
      en: 'Cleared up to',
      required: true,
      default: 'confidential',
      choices: secrecyWords,
      hint: words('更高密级的字段脱敏或不显示', 'Fields of a higher class are masked or left out'),
    }),
    clearsOwn: yesNo({
      zh: '本人负责的不受密级限制',
      en: 'Own records whatever their class',
    }),
    secondFactor: yesNo({
      zh: '要求两步验证',
      en: 'Second factor required',
      hint: words('没有设置的人，下次登录时先设置', 'Whoever has none sets one up at his next sign-in'),
    }),
    singleSignOn: yesNo({
      zh: '只能单点登录',
      en: 'Single sign-on only',
      hint: words('没有启用身份提供方时不生效', 'Without a provider that is switched on nobody is shut out'),
    }),
    idleMinutes: integer({
      zh: '闲置多久结束登录',
      en: 'Session ends when unused for',
      min: 5,
      max: 43_200,
      unit: words('分钟', 'minutes'),
      hint: words('不填为 720 分钟；几个角色中取最短的', '720 minutes where empty; the shortest of several roles counts'),
    }),
    sessionHours: integer({
      zh: '一次登录最长',
      en: 'Session lasts at most',
      min: 1,
      max: 2160,
      unit: words('小时', 'hours'),
      hint: words('不填为 168 小时；几个角色中取最短的', '168 hours where empty; the shortest of several roles counts'),
    }),
    grants: rows(
      {
        record: text({ zh: '对象', en: 'Record', required: true, among: 'records or *' }),
        card: scope(grantWords.card),
        full: scope(grantWords.full),
        edit: scope(grantWords.edit),
        create: yesNo(grantWords.create),
        recycle: scope(grantWords.recycle),
        departments: links('department', { zh: '指定部门', en: 'Chosen departments' }),
        export: yesNo(separateWords.export),
        approve: yesNo(separateWords.approve),
        bulk: yesNo(separateWords.bulk),
        merge: yesNo(separateWords.merge),
        reveal: yesNo(separateWords.reveal),
        audit: yesNo(separateWords.audit),
        erase: yesNo(separateWords.erase),
      },
      {
        zh: '权限',
        en: 'Grants',
        hint: words('在“权限”页看得更清楚，也可以在那里改', 'Plainer to see, and to change, on the page of rights'),
      },
    ),
    fieldRights: rows(
      {
        record: text({ zh: '对象', en: 'Record', required: true, among: 'records' }),
        field: text({ zh: '字段', en: 'Field', required: true }),
        level: choice({ zh: '权限', en: 'Right', required: true, choices: fieldLevelWords }),
        within: scope(words('范围', 'Within')),
      },
      { zh: '字段权限', en: 'Field rights' },
    ),
  },
  access: { card: rule.everyone, full: rule.granted('full'), edit: rule.granted('edit') },
  shapesAccess: true,
  list: { columns: ['name', 'code', 'clearance', 'note'], sort: 'code' },
  form: [
    ['name', 'code'],
    ['note'],
    ['clearance', 'clearsOwn'],
    ['secondFactor', 'singleSignOn'],
    ['idleMinutes', 'sessionHours'],
    ['grants'],
    ['fieldRights'],
  ],
})
