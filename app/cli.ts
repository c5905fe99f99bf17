import fs from 'node:fs'
import { compareSeals, exportSeals } from '#engine/event/seal-export.ts'
import { verifyAudit, type AuditFault } from '#engine/event/verify.ts'
import { openLog } from '#engine/health/open-log.ts'
import { makeMigration, pendingChanges } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { backupCommands } from './cli-backup.ts'
import { runToken } from './cli-token.ts'
import { firstStart } from './first-start.ts'
import { bringUpToDate, declaredHouse, declaredTables, openPlace, openRuntime, readSettings, type Opened, type Place } from './open.ts'

export interface Command {
  usage: string
  text: string
  run(args: string[]): Promise<number | void>
}

const settings = readSettings()
const log = openLog()

/** Runs work on the database of this installation; an embedded one is started for it, or joined where the server runs. */
async function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const place = await openPlace(settings, log, (text) => console.error(text), 4)
  // A running server keeps its database; only one that nobody else uses is stopped again.
  const others = await place.database.row<{ n: number }>(
    sql`select count(*) as n from pg_stat_activity where application_name = 'zhike' and pid <> pg_backend_pid()`,
  )
  try {
    return await work(place)
  } finally {
    if (others && others.n > 0) await place.database.close()
    else await place.stop()
  }
}

/** As `withPlace`, with the whole product upon it. */
const withProduct = <T>(work: (opened: Opened) => Promise<T>): Promise<T> =>
  withPlace(async ({ database }) => {
    await bringUpToDate(database)
    const opened = await openRuntime(database, { ...settings, role: 'web' }, log)
    try {
      return await work(opened)
    } finally {
      await opened.stop()
    }
  })

const option = (args: string[], name: string): string | undefined => {
  const at = args.indexOf(`--${name}`)
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
}

const commands: Record<string, Command> = {
  migrate: {
    usage: 'migrate',
    text: 'Brings the database up to date with this version.',
    run: () =>
      withPlace(async ({ database }) =>
        console.log((await bringUpToDate(database)).map((name) => `done ${name}`).join('\n') || 'nothing to do'),
      ),
  },
  'make-migration': {
    usage: 'make-migration <name>',
    text: 'For developers: writes the next migration from the declarations. Read it before you commit it.',
    async run([name]) {
      if (!name) return 2
      console.log(makeMigration(name, declaredTables(declaredHouse())) ?? 'nothing has changed')
    },
  },
  generate: {
    usage: 'generate',
    text: 'For developers: writes what is derived from the declarations into generated/.',
    async run() {
      const { writeGenerated } = await import('./generate.ts')
      for (const file of writeGenerated()) console.log(file)
      const changes = pendingChanges(declaredTables(declaredHouse()))
      if (changes.length > 0) console.log(`\nThe tables have changed as well: npm run cli -- make-migration <name>`)
    },
  },
  token: {
    usage: 'token create --user <email> [--name <name>] [--days <n>] [--read-only] [--scopes <a,b>] | list [--user <email>] | revoke <id>',
    text: 'Makes a token for the API with the rights of a user (it stands alone on the last line), lists tokens, or revokes one.',
    run: (args) => withPlace(({ database }) => runToken(database, args, option)),
  },
  seed: {
    usage: 'seed --customers <n>',
    text: 'Fills an empty database with a large company for measuring: customers, three activities each, users, departments, shares.',
    async run(args) {
      const customers = Number(option(args, 'customers'))
      if (!Number.isInteger(customers) || customers < 100 || customers > 20_000_000) return 2
      return withProduct(async ({ runtime }) => {
        await firstStart(runtime, { ...settings, demo: 'none' }, { isEmbedded: true, say: (text) => console.error(text) })
        const { seed } = await import('../bench/seed.ts')
        console.log(JSON.stringify(await seed(runtime, customers, (text) => console.error(text))))
        return 0
      })
    },
  },
  import: {
    usage: 'import <file> --record <record> --user <email> [--duplicates skip|update|fillEmpty|create] [--dry-run]',
    text: 'Imports a CSV or XLSX file with the rights of a user; encoding, heading line and mapping are guessed as on the screen.',
    async run(args) {
      const file = args[0]
      const [record, email, duplicates] = ['record', 'user', 'duplicates'].map((name) => option(args, name))
      if (!file || file.startsWith('--') || !record || !email) return 2
      const { importFile } = await import('./cli-import.ts')
      return withProduct((opened) => importFile(opened, { file, record, email, duplicates, isDry: args.includes('--dry-run') }))
    },
  },
  'single-sign-on': {
    usage: 'single-sign-on off',
    text: 'Switches all identity providers off, for the day on which nobody comes in by them: passwords and passkeys open again.',
    async run([what]) {
      if (what !== 'off') return 2
      const { switchProvidersOff } = await import('./cli-single-sign-on.ts')
      return withProduct(async ({ runtime }) => {
        const names = await switchProvidersOff(runtime)
        console.log(
          names.length > 0 ? `已停用 switched off: ${names.join(', ')}` : '没有启用的身份提供方。No identity provider is switched on.',
        )
      })
    },
  },
  'verify-audit': {
    usage: 'verify-audit [--against <file>]',
    text: 'Checks the sealed chain of all events and names the first bad row; also against seals that were exported before.',
    run: (args) =>
      withPlace(async ({ database }) => {
        const show = ({ position, event, zh, en }: AuditFault) => {
          console.error(`位置 ${position}：${zh}\nPosition ${position}: ${en}${event ? ` (event ${event})` : ''}`)
          return 1
        }
        const against = option(args, 'against')
        const exported = against ? await compareSeals(database, fs.readFileSync(against, 'utf8')) : undefined
        const report = await verifyAudit(
          database,
          settings.folder,
          (position) => process.stderr.isTTY && process.stderr.write(`\r${position}`),
        )
        console.log(`sealed ${report.sealed}, waiting ${report.waiting}, erased on request ${report.erased}, signed heads ${report.heads}`)
        if (exported) console.log(`exported heads ${exported.heads}`)
        const fault = report.fault ?? exported?.fault
        if (fault) return show(fault)
        return console.log('完好无损。Nothing has been altered.')
      }),
  },
  'self-check': {
    usage: 'self-check',
    text: 'Looks at database, jobs, seals, disks, backups, calendars and mail; says what is not in order and what to do. Ends with 1 where something is bad.',
    run: () =>
      withProduct(async ({ runtime }) => {
        const { selfCheck } = await import('#engine/health/self-check.ts')
        const marks = { good: '✓', mind: '!', bad: '✗' }
        const found = await selfCheck(runtime)
        for (const {
          state,
          words: { zh, en },
          says,
          remedy,
          since,
        } of found) {
          console.log(`${marks[state]} ${zh} ${en}: ${says.zh}  ${says.en}`)
          if (remedy) console.log(`    since ${since}\n    ${remedy.zh}\n    ${remedy.en}`)
        }
        return found.some(({ state }) => state === 'bad') ? 1 : 0
      }),
  },
  'export-seals': {
    usage: 'export-seals <file>',
    text: 'Writes the signed heads of the chain into a file to be kept elsewhere, for verify-audit --against.',
    async run([file]) {
      if (!file || file.startsWith('--')) return 2
      return withPlace(async ({ database }) => {
        const exported = await exportSeals(database, settings.folder, Date.now())
        fs.writeFileSync(file, `${JSON.stringify(exported, null, 1)}\n`, { flush: true })
        console.log(`${exported.heads.length} heads, up to position ${exported.heads.at(-1)?.position ?? 0}`)
        return 0
      })
    },
  },
}

Object.assign(commands, backupCommands({ settings, log, option, withPlace }))

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command || args.includes('--help')) {
  const list = command ? [command] : Object.values(commands)
  console.log(`${command ? '' : 'npm run cli -- <command>\n\n'}${list.map((entry) => `  ${entry.usage}\n      ${entry.text}`).join('\n')}`)
  process.exit(command || name === '' || name === '--help' ? 0 : 2)
}
const code = await command.run(args).catch((error: Error) => {
  console.error(error.message)
  return 1
})
if (code === 2) console.error(`  ${command.usage}`)
process.exit(code ?? 0)
