import type { Runtime } from '#engine/runtime.ts'

export async function fillDemo(_runtime: Runtime): Promise<void> {}

export async function demoSignIns(_runtime: Runtime, _isLoopback: boolean): Promise<string> {
  return ''
}
