import { describe, expect, it } from 'vitest'
import { Refusal } from '#infra/refusal.ts'
import { readSettings } from '#infra/settings.ts'

const GIVEN = { sectorName: 'Example SWG', sender: 'from@swg.example', secretariat: ['one@swg.example'] }
const read = (changes: Record<string, unknown>) => {
  const context: Record<string, unknown> = { ...GIVEN, ...changes }
  return readSettings((key) => context[key])
}
const refusal = (changes: Record<string, unknown>): string => {
  try {
    read(changes)
  } catch (error) {
    if (error instanceof Refusal) return error.message
  }
  throw new Error('the settings were not refused')
}

describe('settings', () => {
  it('are taken as given', () => {
    expect(read({})).toEqual(GIVEN)
  })

  it('several addresses are given as a list or, on the command line, separated by commas', () => {
    const secretariat = ['one@swg.example', 'two@swg.example']
    expect(read({ secretariat }).secretariat).toEqual(secretariat)
    expect(read({ secretariat: 'one@swg.example, two@swg.example' }).secretariat).toEqual(secretariat)
  })

  it.each([
    ['sender', undefined, 'it is missing'],
    ['sender', 'nobody', '"nobody" is not an e-mail address'],
    ['sectorName', undefined, 'it is missing'],
    ['sectorName', '  ', 'it is empty'],
    ['sectorName', 7, 'it is not text'],
    ['secretariat', undefined, 'it is missing'],
    ['secretariat', [], 'it names no address'],
    ['secretariat', 7, 'it is not a list of e-mail addresses'],
    ['secretariat', 'one@swg.example,two', '"two" is not an e-mail address'],
    ['secretariat', 'one,two', '"one" is not an e-mail address'],
  ])('%s %j is refused in one line that says what is wrong and how to give it', (setting, value, problem) => {
    const line = refusal({ [setting]: value })
    expect(line).not.toContain('\n')
    expect(line).toContain(`Setting "${setting}": ${problem}. Give it as -c ${setting}=`)
    expect(line).toContain('cdk.json')
  })

  it('each wrong one has its own line', () => {
    expect(refusal({ sender: 'nobody', sectorName: undefined }).split('\n')).toHaveLength(2)
  })
})
