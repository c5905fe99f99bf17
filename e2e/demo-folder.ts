import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freePort, freshFolder, launch, ready, sweep } from './product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    demoFolder: string
  }
}

/** Starts the product once with the demo company and ends it in order: every story that plays in the demo begins with a copy of its folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = freshFolder()
  const product = launch(folder, await freePort(), { ZHIKE_DEMO: 'small' })
  await ready(product, 120_000)
  // What the database would do by and by it would else do in every copy, beside the story.
  const client = new pg.Client({ host: path.join(folder, 'database', 'socket'), user: 'zhike', database: 'zhike' })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
  const code = await product.signal('SIGTERM')
  if (code !== 0) throw new Error(`the product ended with ${code}:\n${product.said()}`)
  project.provide('demoFolder', folder)
  return () => sweep(folder)
}

/** A folder of one's own with the demo company in it. */
export async function copyDemo(from: string): Promise<string> {
  const folder = freshFolder()
  await fs.promises.cp(from, folder, { recursive: true, filter: (file) => !fs.lstatSync(file).isSocket() })
  return folder
}
