import type { Corrections } from '#shared/domain/briefs/model.ts'
import { changeInWords } from '#shared/render/changes-in-words.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'
import { Bullets } from './brief-parts.tsx'

/** What a version states otherwise than the one before it, and by whom and why. */
export const CorrectionsTable = ({ of, changes, reasons }: Corrections) => {
  const { t } = useFrame()
  return (
    <>
      <Table
        id="corrections"
        caption={t.briefs.corrections(of)}
        columns={[{ head: t.briefs.what }, { head: t.briefs.was }, { head: t.briefs.is }]}
        rows={changes.map(changeInWords).map(({ what, was, is }) => [what, <Words text={was} />, <Words text={is} />])}
      />
      <Bullets lines={reasons} />
    </>
  )
}
