import { UserError } from '../user-error.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './read-movement.ts'

/** A form that was recorded already holds something else now: a resend would pass for done. */
export class FormRecorded extends UserError {
  /** @param contribution what the form recorded */
  constructor(readonly contribution: string) {
    super(
      'recorded-before',
      say`This form was recorded already, with other content. Correct what was recorded on its page; or send the form once more to record this as a further contribution`,
    )
  }
}

/** Everything that is to be mended in what was typed, each at its field; the first speaks where only one can. */
export class ContributionMistakes extends UserError {
  constructor(readonly mistakes: readonly Mistake[]) {
    super('invalid', mistakes[0]?.message ?? say`Mend the mistakes`, mistakes[0]?.field)
  }
}
