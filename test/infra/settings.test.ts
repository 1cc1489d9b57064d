import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#infra/refusal.ts'
import { readSettings } from '#infra/settings.ts'

const GIVEN = { sectorName: 'Example SWG', sender: 'from@swg.example', secretariat: ['one@swg.example'] }
const read = (changes: Record<string, unknown>) => {
  return readSettings({ ...GIVEN, ...changes })
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
    ['sectorName', 'Example\nSWG', 'it holds a line break or another character that nobody sees'],
    ['sectorName', 'Example \u202eGWS', 'it holds a line break or another character that nobody sees'],
    ['sectorName', 'x'.repeat(101), 'it is longer than 100 letters'],
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

  it('a misspelt one is no setting, and CDK’s own context is not looked at', () => {
    expect(refusal({ sendr: 'from@swg.example' })).toBe(
      '"sendr" is no setting; there are sectorName, sender, secretariat.',
    )
    expect(read({ 'aws:cdk:version-reporting': false, '@aws-cdk/core:newStyleStackSynthesis': true })).toEqual(GIVEN)
  })

  it.each(['infra/bundle.ts', 'infra/app.ts'])('%s says what is wrong before it does anything else', (script) => {
    const CDK_CONTEXT_JSON = JSON.stringify({ ...GIVEN, sender: 'nobody' })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, CDK_CONTEXT_JSON },
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Setting "sender": "nobody" is not an e-mail address\. [^\n]+\n$/)
  })

  it('each wrong one has its own line', () => {
    expect(refusal({ sender: 'nobody', sectorName: undefined }).split('\n')).toHaveLength(2)
  })
})
