export async function writeGenerated(): Promise<string[]> {
  return []
}
