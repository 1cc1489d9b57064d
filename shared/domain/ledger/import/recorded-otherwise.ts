import { say } from '../../words/say.ts'
import { type Contribution, type ContributionFacts, donorId } from '../contribution.ts'
import { type Movement, standing } from '../movement.ts'
import type { NewContribution, NewMovement } from '../new-contribution.ts'
import { FACT_FIELDS, type FactField } from '../read-facts.ts'
import { MOVEMENT_FIELDS } from '../read-movement.ts'
import { typeOut } from '../type-out.ts'
import { contentOf } from './content.ts'
import type { CellMistake } from './csv-table.ts'
import type { ExportedContribution } from './yearly-table.ts'

/**
 * Where a row of an exported file says something else than what is recorded under its id. A file that is as old as an earlier
 * state of the contribution says what that one said: no correction since is taken back by it.
 * @param movements all of the contribution
 */
export const recordedOtherwise = (
  row: ExportedContribution,
  contribution: Contribution,
  movements: readonly Movement[],
): CellMistake[] => {
  const said = contentOf(withPlainRates(row.contribution))
  const states = [stateOf(movements, contribution), ...earlierStates(row, contribution, movements)].flatMap(
    (state) => state ?? [],
  )
  if (states.some((state) => contentOf(withPlainRates(state)) === said)) return []
  const cells = states[0] ? differentCells(row, states[0]) : []
  return cells.length > 0 ? cells : [{ line: row.line, column: 'contribution', message: otherwise() }]
}

const correctThere = () =>
  say`correct it on the page of the contribution, or export it again if this file is older than a correction`
const otherwise = () => say`is recorded with other content: ${correctThere()}`

/** As the file may have left this ledger, or come into it. Evidence and note have no earlier state: they are taken as they are said. */
const earlierStates = (
  { contribution, exported }: ExportedContribution,
  { import: file }: Contribution,
  movements: readonly Movement[],
): (NewContribution | undefined)[] => {
  const whenExported = movements.filter(({ seq }) => seq <= exported.movements)
  const whenImported = file === undefined ? [] : movements.filter((movement) => movement.import === file)
  return [whenExported, whenImported]
    .filter(({ length }) => length < movements.length)
    .map((some) => stateOf(some, contribution.contribution))
}

/** What stood after some movements; undefined where nothing did. */
const stateOf = (
  movements: readonly Movement[],
  { evidence, note }: Pick<ContributionFacts, 'evidence' | 'note'>,
): NewContribution | undefined => {
  const stands = standing(movements)
  const last = stands.at(-1)
  if (!last) return undefined
  const { donor, title, recipient, implementers, pillars, form } = last
  const { provinces, earmarking, reference, parent, source } = last
  return {
    contribution: {
      ...{ donor, title, recipient, implementers, pillars, form },
      ...{ provinces, earmarking, reference, parent, source, evidence, note },
    },
    movements: stands.flatMap(({ type, date, precision, amount, usdCents, usdBasis }) =>
      type === 'correction' ? [] : [{ type, date, precision, amount, usdCents, usdBasis }],
    ),
  }
}

/** Spreadsheets save 1.0500 as 1.05. */
const withPlainRates = ({ contribution, movements }: NewContribution): NewContribution => ({
  contribution,
  movements: movements.map(
    (movement): NewMovement =>
      'rate' in movement.usdBasis
        ? {
            ...movement,
            usdBasis: {
              ...movement.usdBasis,
              rate: movement.usdBasis.rate.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''),
            },
          }
        : movement,
  ),
})

const differentCells = (row: ExportedContribution, state: NewContribution): CellMistake[] => {
  const said = typeOut(row.contribution.contribution, row.contribution.movements)
  const stands = typeOut(state.contribution, state.movements)
  const cell = (line: number, column: string, is: string): CellMistake => ({
    line,
    column,
    message: is === '' ? otherwise() : say`is recorded as “${is.slice(0, 100)}”: ${correctThere()}`,
  })
  const facts = FACT_FIELDS.filter((field) => spelt(field, said.facts[field]) !== spelt(field, stands.facts[field]))
  if (said.movements.length !== stands.movements.length)
    return [...facts.map((field) => cell(row.line, field, stands.facts[field])), cell(row.line, 'movements', '')]
  return [
    ...facts.map((field) => cell(row.line, field, stands.facts[field])),
    ...said.movements.flatMap((movement, index) => {
      const there = stands.movements[index]
      return MOVEMENT_FIELDS.filter((field) => movement[field] !== there?.[field]).map((field) =>
        cell(row.exported.lines[index] ?? row.line, field, there?.[field] ?? ''),
      )
    }),
  ]
}

/** A donor is written under the name that this ledger knows. */
const spelt = (field: FactField, text: string): string => (field === 'donor' ? donorId(text) : text)
