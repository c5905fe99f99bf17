import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/**
 * Holds a data folder for one server. The lock is a listening socket, which ends with its process however that ends: nothing stale
 * is left to clear away by hand. Throws where another server holds the folder.
 */
export async function holdFolder(folder: string): Promise<{ release(): void }> {
  const near = path.join(folder, 'server.lock')
  const file =
    near.length < 95 ? near : path.join(os.tmpdir(), `zhike-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}.lock`)
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = net.createServer((socket) => socket.end(String(process.pid)))
    const held = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: { code?: string }) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
      server.listen(file, () => resolve(true))
    })
    if (held) {
      server.unref()
      return { release: () => server.close() }
    }
    const holder = await new Promise<string | null>((resolve) => {
      const probe = net.connect(file)
      let text = ''
      probe.on('data', (chunk) => (text += chunk))
      probe.on('end', () => resolve(text))
      probe.on('error', () => resolve(null))
    })
    if (holder !== null)
      throw new Error(
        `数据文件夹 ${folder} 正被另一个服务使用（进程 ${holder}）。请先停止它，或用 ZHIKE_DATA_DIR 指定另一个文件夹。\nThe data folder ${folder} is in use by another server (process ${holder}). Stop it first, or choose another folder with ZHIKE_DATA_DIR.`,
      )
    fs.rmSync(file, { force: true })
  }
  throw new Error(`cannot lock ${folder}`)
}
