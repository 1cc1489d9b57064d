import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refusal } from '#infra/refusal.ts'

/**
 * Opens a server on this machine only.
 * @param port 0 for any.
 * @param remedy what to do when the port is in use.
 * @returns its address.
 * @throws Refusal when the port is in use, or kept for the machine's administrator.
 */
export const listen = (server: Server, port: number, remedy: string): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const wrong = { EADDRINUSE: 'is in use', EACCES: 'is not allowed to you' }[error.code ?? '']
      reject(wrong === undefined ? error : new Refusal(`Port ${port} ${wrong}; ${remedy}.`, { cause: error }))
    })
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

/** Closes a server and what is still connected to it. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Looks whether a port is free for a server that opens later. @throws Refusal like `listen` */
export const seeWhetherFree = async (port: number, remedy: string): Promise<void> => {
  const probe = createServer()
  await listen(probe, port, remedy)
  await close(probe)
}
