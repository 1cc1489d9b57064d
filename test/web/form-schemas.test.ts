import { describe, expect, test } from 'vitest'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { visitor } from './visitor.ts'

describe('the JSON Schema of a form', () => {
  test.each(laoUxo.twgs.map(({ id }) => id))(
    'of %s is open to everyone, may be kept, and is said to be one',
    async (twg) => {
      const answer = await visitor({}, { signedIn: false }).get(`/forms/${twg}.schema.json`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/schema+json')
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
      expect(await answer.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    },
  )

  test('of a group that does not report is not found, and no cache keeps that', async () => {
    for (const path of ['/forms/nobody.schema.json', '/forms/survey-clearance', '/forms/__proto__.schema.json']) {
      const answer = await visitor({}, { signedIn: false }).get(path)
      expect(answer.status, path).toBe(404)
      expect(answer.headers.get('cache-control'), path).toBe('no-store')
    }
  })
})
