import type { Brief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { briefOf, twgModel } from '../../fixtures/briefs.ts'

/** The sample brief with figures and words of its own, so that no second document is the first one again. */
export const briefVariant = (n: number): Brief & { readonly model: TwgBrief } => {
  const model: TwgBrief = {
    ...twgModel,
    indicators: twgModel.indicators.map((line) => ({
      ...line,
      quarter: { ...line.quarter, ...(line.quarter.value === undefined ? {} : { value: line.quarter.value + n }) },
    })),
    achievements: `${n} villages were handed over.\n${twgModel.achievements}`,
    priorities: [...twgModel.priorities, `Survey ${n} more villages`],
  }
  return { ...briefOf(model), model }
}
