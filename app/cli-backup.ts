import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Logger } from 'pino'
import { noteDrill } from '#engine/backup/backups.ts'
import type { RestoreReport } from '#engine/backup/restore-backup.ts'
import { writeBackup, type BackupProgress, type BackupReport } from '#engine/backup/write-backup.ts'
import type { Place, Settings } from './open.ts'
import { restoreAside, restorePlace } from './restore-place.ts'

/** What the commands about backups need of the command line. */
export interface CommandGround {
  settings: Settings
  log: Logger
  option(args: string[], name: string): string | undefined
  withPlace<T>(work: (place: Place) => Promise<T>): Promise<T>
}

const say = (text: string) => console.error(text)

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`

/** A line every few seconds; on a terminal the same line again. */
function progressLine(): (progress: BackupProgress) => void {
  let last = 0
  return ({ rows, ofRows, bytes }) => {
    if (Date.now() - last < 1000) return
    last = Date.now()
    const text = `${rows.toLocaleString('en')} / ~${Math.max(rows, Math.round(ofRows)).toLocaleString('en')} · ${megabytes(bytes)}`
    if (process.stderr.isTTY) process.stderr.write(`\r${text}   `)
  }
}

function sayBackup(report: BackupReport): void {
  console.log(
    [
      `${report.file}  ${megabytes(report.size)}${report.isEncrypted ? '  已加密 encrypted' : ''}`,
      `${report.tables} 张表 tables · ${report.rows.toLocaleString('en')} 行 rows · ${report.files} 个文件 files · ${report.seconds.toFixed(1)} 秒 s`,
      ...(report.missing.length > 0 ? [`缺少的附件 missing files: ${report.missing.length}`] : []),
      ...(report.isEncrypted
        ? []
        : [
            '未加密：审计签名私钥和两步验证密钥未包含。 Not encrypted: the keys that sign the audit and open second factors were left out.',
          ]),
      `sha256 ${report.fingerprint}`,
    ].join('\n'),
  )
}

function sayRestore(report: RestoreReport): number {
  const { seconds, audit } = report
  console.log(
    [
      `备份时间 as of ${report.createdAt}  (${report.fromSchema}${report.toSchema === report.fromSchema ? '' : ` → ${report.toSchema}`})`,
      `${report.tables} 张表 tables · ${report.rows.toLocaleString('en')} 行 rows · ${report.files} 个文件 files · ${report.jobs} 个任务 jobs`,
      ...report.migrated.map(({ name, seconds: took }) => `迁移 migrated ${name}  ${took.toFixed(1)} s`),
      `写入 load ${seconds.load.toFixed(1)} s · 核对与索引 compare and index ${seconds.settle.toFixed(1)} s · 审计 audit ${seconds.verify.toFixed(1)} s · 共 all ${seconds.all.toFixed(1)} s`,
      ...(report.missing.length > 0 ? [`备份时已缺少的附件 files missing at the time of the backup: ${report.missing.length}`] : []),
      ...report.notes,
      audit.fault
        ? `审计：${audit.fault.zh}（位置 ${audit.fault.position}）\nAudit: ${audit.fault.en} (position ${audit.fault.position})`
        : `行数与内容一致，审计链完好（${audit.sealed} 条）。 Counts and contents agree; the audit chain holds (${audit.sealed} events).`,
    ].join('\n'),
  )
  return audit.fault ? 1 : 0
}

/** The passphrase: from a file that is named, else from the environment. */
function passphraseOf(ground: CommandGround, args: string[]): string | undefined {
  const file = ground.option(args, 'passphrase-file')
  return file ? fs.readFileSync(file, 'utf8').replace(/\r?\n$/, '') : process.env.ZHIKE_BACKUP_PASSPHRASE || undefined
}

/** The file that a command is about: the first word that is neither an option nor its value. */
function fileOf(args: string[]): string | undefined {
  const file = args.find((arg, i) => !arg.startsWith('--') && !(i > 0 && /^--(passphrase-file|into|streams|aside)$/.test(args[i - 1]!)))
  return file && path.resolve(file)
}

/** Tries a backup out and, where there is a company here, writes down among its backups what has come of it. */
async function drill(ground: CommandGround, file: string, passphrase: string | undefined, aside: string | undefined): Promise<number> {
  const at = new Date().toISOString()
  const { settings } = ground
  const isHome = settings.databaseUrl !== undefined || fs.existsSync(path.join(settings.folder, 'database', 'cluster'))
  const note = async (result: { report?: RestoreReport; error?: string }) => {
    if (!isHome) return
    const entry = { at, now: new Date().toISOString(), file, isEncrypted: passphrase !== undefined, ...result }
    // A company of an older version has no list of them yet; the drill counts all the same.
    await ground
      .withPlace(({ database }) => noteDrill(database, entry))
      .catch((error: Error) => console.error(`未记入备份列表。 Not noted in the list of backups: ${error.message}`))
  }
  try {
    const report = await restoreAside({ file, passphrase, log: ground.log, say }, aside)
    await note({ report })
    return sayRestore(report)
  } catch (error) {
    await note({ error: (error as Error).message.slice(0, 500) })
    throw error
  }
}

const withPassphrase = '[--passphrase-file <file>]'

/** The commands about backups. The passphrase is read from ZHIKE_BACKUP_PASSPHRASE where no file is named. */
export const backupCommands = (ground: CommandGround) => ({
  backup: {
    usage: `backup <file> ${withPassphrase} [--streams <n>]`,
    text: 'Writes everything into one file while the product runs. Encrypted where ZHIKE_BACKUP_PASSPHRASE or a passphrase file is given.',
    async run(args: string[]) {
      const file = fileOf(args)
      const streams = Number(ground.option(args, 'streams') ?? 3)
      if (!file || !Number.isInteger(streams) || streams < 1 || streams > 16) return 2
      const passphrase = passphraseOf(ground, args)
      return ground.withPlace(async ({ database }) => {
        sayBackup(await writeBackup({ database, folder: ground.settings.folder, file, passphrase, streams, onProgress: progressLine() }))
        return 0
      })
    },
  },
  restore: {
    usage: `restore <file> [--into <folder>] ${withPassphrase}`,
    text: 'Brings a backup into an empty place: a new data folder, or the empty database of DATABASE_URL. Compares everything and says so.',
    async run(args: string[]) {
      const file = fileOf(args)
      if (!file) return 2
      const into = ground.option(args, 'into')
      const { log, settings } = ground
      return sayRestore(
        await restorePlace({
          file,
          passphrase: passphraseOf(ground, args),
          folder: into ? path.resolve(into) : settings.folder,
          databaseUrl: into ? undefined : settings.databaseUrl,
          log,
          say,
        }),
      )
    },
  },
  'restore-drill': {
    usage: `restore-drill <file> [--aside <folder>] ${withPassphrase}`,
    text: 'Restores a backup aside into a database of its own, compares everything, says how long it took, and removes it again.',
    async run(args: string[]) {
      const file = fileOf(args)
      if (!file) return 2
      return drill(ground, file, passphraseOf(ground, args), ground.option(args, 'aside'))
    },
  },
  'rehearse-upgrade': {
    usage: `rehearse-upgrade [<file>] [--aside <folder>] ${withPassphrase}`,
    text: 'Runs the migrations that are pending on a copy: of a backup, or of the database as it is. Nothing of the original is changed.',
    async run(args: string[]) {
      const given = fileOf(args)
      const aside = ground.option(args, 'aside') ?? os.tmpdir()
      const passphrase = passphraseOf(ground, args)
      const file = given ?? path.join(fs.mkdtempSync(path.join(aside, 'zhike-rehearsal-')), 'copy.zkb')
      try {
        if (!given)
          await ground.withPlace(({ database }) =>
            writeBackup({ database, folder: ground.settings.folder, file, passphrase, onProgress: progressLine() }),
          )
        const report = await restoreAside({ file, passphrase, log: ground.log, say }, aside)
        if (report.migrated.length === 0) console.log('没有待执行的迁移。No migrations are pending.')
        return sayRestore(report)
      } finally {
        if (!given) fs.rmSync(path.dirname(file), { recursive: true, force: true })
      }
    },
  },
})
