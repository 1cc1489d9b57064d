import { expect, it } from 'vitest'
import { sampleFigures } from '#infra/rehearsal/figures.ts'
import { roundAfter, roundOf } from '#shared/domain/calendar/round.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, header, narrative } from '../../fixtures/survey-clearance.ts'

const QUARTERS = 8
/** Questions a report, on average: who is asked about everything answers nothing. */
const MOST_A_REPORT = 1

/** The sample writes reports for these. */
const formsOfSector = laoUxo.twgs.map(({ id }) => [id, formOf(id) ?? expect.fail(id)] as const)

it.each(formsOfSector)(
  'the rehearsed figures of %s are consistent and rarely asked about, two years long',
  (twg, form) => {
    const rowsOf = sampleFigures()
    const earlier: TwgReport[] = []
    let asked = 0
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const round = roundOf(roundAfter('2026-Q1', quarter), laoUxo)
      const draft = completeDraft({
        header: header({ cutOff: round.quarterEnd }),
        narrative: narrative({ decision1By: round.quarterEnd }),
        rows: rowsOf(twg, round.id),
      })
      const { content, problems } = readDraft(form, draft, { round, sector: laoUxo, earlier: earlier.slice(0, 4) })
      expect(
        problems.filter(({ level }) => level === 'block'),
        round.id,
      ).toEqual([])
      asked += problems.length
      earlier.unshift({ content } as TwgReport)
    }
    expect(asked / QUARTERS).toBeLessThanOrEqual(MOST_A_REPORT)
  },
)
