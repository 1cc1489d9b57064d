import type { Round } from '#shared/domain/calendar/round.ts'
import type { Phase } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { SummaryList } from '../summary-list.tsx'

/** The three dates that a chair must know, by name; the one that counts now is said first. */
export const RoundDates = ({ round, phase, twg = '' }: { round: Round; phase: Phase; twg?: string }) => {
  const { t } = useFrame()
  const extension = round.extensions?.[twg]
  const { day } = t.formats
  return (
    <>
      <p class="govuk-body">
        {t.desk.period(t.formats.period(round.quarterStart, round.quarterEnd))}. {t.desk.phaseLabel}:{' '}
        <strong>{t.desk.phase[phase]}</strong>
        {extension && `. ${t.desk.extended(extension.reason)}`}
      </p>
      <SummaryList
        rows={[
          ...(phase === 'announced' ? [{ key: t.desk.opens, value: day(round.opens) }] : []),
          { key: t.desk.due, value: day(round.due) },
          { key: t.desk.lateFrom, value: day(round.lateFrom) },
          { key: t.desk.closed, value: day(round.closed) },
        ]}
      />
    </>
  )
}
