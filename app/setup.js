// Makes the checkout ready to run. Uses nothing but built-ins of Node 20, because it runs before anything is installed.
//   node app/setup.js run    what running needs: dependencies without the development tools, built web files
//   node app/setup.js dev    everything: for tests, checks and development
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const mode = process.argv[2] === 'dev' ? 'dev' : 'run'
const quiet = process.argv.includes('--quiet')
const say = (text) => quiet || console.error(text)

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Zhike 需要 Node 20 或更新版本,当前是 ${process.versions.node}。\nZhike needs Node 20 or newer; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

const at = (...parts) => path.join(root, ...parts)
const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function installed() {
  const lock = digest(fs.readFileSync(at('package-lock.json')))
  let mark = {}
  try {
    mark = JSON.parse(fs.readFileSync(at('node_modules', '.zhike-installed'), 'utf8'))
  } catch {}
  return { lock, ready: mark.lock === lock && (mark.mode === 'dev' || mode === 'run') && fs.existsSync(at('node_modules', '.bin', 'node')) }
}

/** Only one set-up at a time in one checkout: a second one waits for the first and then finds the work done. */
function alone(work) {
  const lock = at('.zhike-setup.lock')
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      try {
        process.kill(Number(fs.readFileSync(lock, 'utf8')) || Number.NaN, 0)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
      } catch {
        fs.rmSync(lock, { force: true })
      }
    }
  }
  try {
    work()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

function install() {
  const { lock, ready } = installed()
  if (ready) return
  say(
    mode === 'dev'
      ? '正在安装依赖(含开发工具)… Installing dependencies, development tools included …'
      : '正在安装依赖… Installing dependencies …',
  )
  // npm's own settings reach us as npm_* variables; passed on, they would steer the inner npm (a script name, a prefix, omit).
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', ...(mode === 'run' ? ['--omit=dev'] : [])]
  const run =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, env, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.status !== 0) {
    console.error(
      '\n安装依赖失败。请检查网络能否访问 npm 源,然后再次运行同一命令。\nInstalling the dependencies failed. Check that the npm registry can be reached, then run the same command again.',
    )
    process.exit(run.status ?? 1)
  }
  fs.writeFileSync(at('node_modules', '.zhike-installed'), JSON.stringify({ lock, mode }))
}

function* sources(dir) {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name)
    if (entry.isDirectory()) yield* sources(file)
    else if (/\.(tsx?|css|html|json|svg|webmanifest)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield file
  }
}

function buildWeb() {
  const stamp = []
  for (const dir of ['engine', 'capabilities', 'app'])
    for (const file of sources(at(dir))) stamp.push(file + ':' + digest(fs.readFileSync(file)))
  const wanted = digest(stamp.sort().join('\n') + fs.readFileSync(at('package-lock.json')) + fs.readFileSync(at('vite.config.ts')))
  const mark = at('dist', 'web', '.built')
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return
  say('正在生成网页文件… Building the web files …')
  const node = at('node_modules', '.bin', 'node')
  const run = spawnSync(node, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) {
    console.error('\n生成网页文件失败。Building the web files failed.')
    process.exit(run.status ?? 1)
  }
  fs.writeFileSync(mark, wanted)
}

alone(() => {
  install()
  if (fs.existsSync(at('vite.config.ts'))) buildWeb()
})
