// Runs one function's bundle in a thread of its own, as Lambda's runtime would. Plain JavaScript: a thread starts without a TypeScript loader.
import { parentPort, workerData } from 'node:worker_threads'

/** Virtual milliseconds of the current invocation; undefined while the system's own clock counts. */
let virtualNow
globalThis[Symbol.for('secretariat.platform-clock')] = () => virtualNow ?? Date.now()

const describe = (error) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' }

const invoke = async (handler, { id, event, context, now, deadline }) => {
  virtualNow = now
  try {
    const getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now())
    const result = await handler(JSON.parse(event), { ...context, awsRequestId: id, getRemainingTimeInMillis })
    // As text, like Lambda's own answer: what JSON leaves out is gone here too.
    parentPort.postMessage({ id, result: JSON.stringify(result) })
  } catch (error) {
    parentPort.postMessage({ id, failure: describe(error) })
  }
}

try {
  const handler = (await import(workerData.file))[workerData.exportName]
  if (typeof handler !== 'function')
    throw new TypeError(`${workerData.file} exports no function "${workerData.exportName}"`)
  parentPort.on('message', (message) => invoke(handler, message))
  parentPort.postMessage({ ready: true })
} catch (error) {
  parentPort.postMessage({ ready: false, failure: describe(error) })
}
