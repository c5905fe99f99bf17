import fs from 'node:fs'
import { listBackups } from '#engine/backup/backups.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { unknownYears, yearsToKnow } from '#engine/time/public-holidays.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { bad, good, mind, type Check, type Finding } from './define-check.ts'

const gigabyte = 1_073_741_824
const hour = 3_600_000

function roomOn(folder: string): Finding {
  const { bavail, blocks, bsize } = fs.statfsSync(folder)
  const free = bavail * bsize
  const share = bavail / blocks
  const text = words(
    `剩余 ${(free / gigabyte).toFixed(1)} GB（${Math.round(share * 100)}%）`,
    `${(free / gigabyte).toFixed(1)} GB free (${Math.round(share * 100)}%)`,
  )
  const remedy = words(
    '清理磁盘或换更大的磁盘；写满后不能再保存。',
    'Make room, or move to a larger disk: once it is full nothing can be saved.',
  )
  if (free < gigabyte / 2 || share < 0.02) return bad(text, remedy)
  return free < 2 * gigabyte || share < 0.1 ? mind(text, remedy) : good(text)
}

/** The folder where backups go by the last of them; else where they would go. */
async function backupFolder({ database, backup }: Runtime): Promise<string> {
  const [last] = await listBackups(database, 1, sql`kind = 'nightly'`)
  const folder = last ? last.file.slice(0, last.file.lastIndexOf('/')) : backup.folder
  return fs.existsSync(folder) ? folder : backup.folder
}

async function lastBackup(runtime: Runtime): Promise<Finding> {
  const [last] = await listBackups(runtime.database, 1, sql`kind <> 'drill' and state = 'done'`)
  const [failed] = await listBackups(runtime.database, 1, sql`kind <> 'drill' and state = 'failed'`)
  const remedy = words('在备份页立即备份，并看计划是否已启用。', 'Back up now on the page of backups, and see that the plan is on.')
  if (!last) return mind(words('还没有备份', 'There is none yet'), remedy)
  const at = showInstant(last.at, companyZone)
  if (failed && failed.id > last.id)
    return bad(words(`${at} 之后失败`, `Failed since ${at}`), words('在备份页看原因。', 'See why on the page of backups.'))
  const age = runtime.clock() - Date.parse(last.at)
  const text = words(last.verifiedAt ? `${at}，已读回校验` : at, last.verifiedAt ? `${at}, read back and verified` : at)
  return age > 50 * hour ? bad(text, remedy) : age > 26 * hour ? mind(text, remedy) : good(text)
}

async function lastDrill({ database, clock }: Runtime): Promise<Finding> {
  const [last] = await listBackups(database, 1, sql`kind = 'drill'`)
  const remedy = words('运行 npm run cli -- restore-drill <备份文件>。', 'Run npm run cli -- restore-drill <file>.')
  if (!last) return mind(words('从未演练：没有试过恢复的备份不算备份', 'Never: a backup that was not restored once is none'), remedy)
  const at = showInstant(last.at, companyZone)
  if (last.state === 'failed') return bad(words(`${at} 失败`, `Failed on ${at}`), remedy)
  return clock() - Date.parse(last.at) > 92 * 24 * hour
    ? mind(words(`${at}，超过一个季度`, `${at}, more than a quarter ago`), remedy)
    : good(words(`${at} 成功`, `Succeeded on ${at}`))
}

/** What the product stands on, and what should be in place for the time to come. */
export const houseChecks: Check[] = [
  {
    name: 'disk',
    words: words('数据所在磁盘', 'Disk of the data'),
    isOfHost: true,
    look: ({ folder }) => roomOn(folder),
  },
  {
    name: 'backup-disk',
    words: words('备份所在磁盘', 'Disk of the backups'),
    isOfHost: true,
    async look(runtime) {
      const folder = await backupFolder(runtime)
      return fs.existsSync(folder) ? roomOn(folder) : good(words('随第一次备份建立', 'Made with the first backup'))
    },
  },
  { name: 'backup', words: words('最近一次备份', 'Last backup'), look: lastBackup },
  { name: 'drill', words: words('最近一次恢复演练', 'Last restore drill'), look: lastDrill },
  {
    name: 'backup-secrecy',
    words: words('备份加密', 'Encryption of backups'),
    look: ({ backup }) =>
      backup.passphrase
        ? good(words('已加密', 'Encrypted'))
        : mind(
            words('未加密：拿到文件的人可以读到全部数据', 'None: whoever has the file can read everything'),
            words('设定 ZHIKE_BACKUP_PASSPHRASE，并把口令另外保存。', 'Set ZHIKE_BACKUP_PASSPHRASE, and keep the passphrase elsewhere.'),
          ),
  },
  {
    name: 'holidays',
    words: words('放假安排', 'Public holidays'),
    async look({ house, database, clock }) {
      const today = dayAt(clock())
      const unknown = unknownYears(await house.workingTime.publicDays(database), yearsToKnow(today))
      return unknown.length === 0
        ? good(words(`已知道 ${yearsToKnow(today).join('、')} 年`, `Known for ${yearsToKnow(today).join(' and ')}`))
        : mind(
            words(`还不知道 ${unknown.join('、')} 年`, `Not known for ${unknown.join(' and ')}`),
            words(
              '国务院办公厅公布后，在特殊日期中导入，或更新到下一个版本。',
              'Once the State Council has announced them, import them as special days, or update to the next version.',
            ),
          )
    },
  },
  {
    name: 'mail',
    words: words('邮件', 'Mail'),
    async look({ mail, database }) {
      if (!mail)
        return mind(
          words('未设置：不发通知邮件，也不能自助找回密码', 'Not set: no notices by mail, and no recovery of passwords'),
          words('设定 ZHIKE_SMTP_URL、ZHIKE_MAIL_FROM 和 ZHIKE_PUBLIC_URL。', 'Set ZHIKE_SMTP_URL, ZHIKE_MAIL_FROM and ZHIKE_PUBLIC_URL.'),
        )
      if (!mail.publicUrl)
        return mind(words('邮件中没有链接', 'Mails carry no links'), words('设定 ZHIKE_PUBLIC_URL。', 'Set ZHIKE_PUBLIC_URL.'))
      const late = await database.row<{ n: number }>(
        sql`select count(*)::integer as n from notice where mail_at < now() - interval '1 hour' and mailed_at is null and mail_at is not null`,
      )
      return late!.n === 0
        ? good(words('已设置，没有积压', 'Set, and nothing is late'))
        : bad(
            words(`${late!.n} 条通知超过一小时没有发出`, `${late!.n} notices are more than an hour late`),
            words('在后台任务中看邮件服务器的回答。', 'See under Jobs what the mail server has answered.'),
          )
    },
  },
]
