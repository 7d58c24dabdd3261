#!/usr/bin/env node
'use strict'
// Not a peer: the npm "ssb-client" with which existing tools talk to the peer of the same person,
// driven by JSON lines. It finds that peer as they do: `secret` and `manifest.json` in a folder, and
// a port.

const pull = require('pull-stream')
const h = require('./lib/harness')

const opts = h.parseArgs(`
client.js - connects npm ssb-client to a running peer whose folder is DIR. Prints one JSON line when
connected, then answers one JSON line per JSON line on stdin: whoami, call, source, add, close.

usage: node client.js --dir DIR --port N`, {
  dir: { help: 'folder of the peer, with its secret and manifest.json' },
  port: { kind: 'number', default: 8008, help: 'where it takes calls with its own key' },
  shs: { default: h.MAIN_NET_SHS, help: 'network key (caps.shs), base64' }
})
const say = h.reserveStdout()
process.argv.length = 2 // ssb-config reads the command line, too
Object.assign(process.env, { ssb_path: opts.dir, ssb_port: String(opts.port), ssb_caps__shs: opts.shs })

require('ssb-client')((err, sbot) => {
  if (err) { console.error(err); process.exit(1) }

  const method = (m) => {
    let at = sbot
    for (const part of m.method.split('.')) at = at && at[part]
    if (typeof at !== 'function') throw new Error('the manifest has no ' + m.method)
    return at
  }
  const safe = (v) => Buffer.isBuffer(v) ? { base64: v.toString('base64') } : v
  let calls = 0 // under way
  let answered = Date.now() // the last one
  const handlers = {
    whoami: () => h.p(sbot.whoami),
    // {"method":"blobs.has","args":[...]}
    call: async (m) => {
      calls++
      try {
        return safe(await h.p(method(m), ...(m.args || [])))
      } finally {
        calls--
        answered = Date.now()
      }
    },
    // {"method":"createLogStream","args":[...],"limit":n,"quiet":ms}: what came until it ended, or
    // there were n, or nothing had come and no call been under way for that long.
    source: (m) => new Promise((resolve) => {
      const items = []
      let came = Date.now()
      let done = false
      const finish = (end) => {
        if (done) return
        done = true
        clearInterval(watch)
        const error = end && end !== true ? { error: end.message || String(end) } : {}
        resolve({ items: items.map(safe), ended: end === true, ...error })
      }
      const drain = pull.drain((x) => {
        items.push(x)
        came = Date.now()
        if (items.length === m.limit) { finish(null); setImmediate(() => drain.abort()) }
      }, (end) => finish(end || true))
      const watch = setInterval(() => {
        const quiet = Date.now() - Math.max(came, answered)
        if (calls === 0 && quiet > (m.quiet || 20000)) { finish(null); drain.abort() }
      }, 50)
      pull(method(m)(...(m.args || [])), drain)
    }),
    // {"base64":"..."}: adds a blob, in pieces
    add: (m) => new Promise((resolve, reject) => {
      const data = Buffer.from(m.base64, 'base64')
      const pieces = []
      for (let i = 0; i < data.length; i += 65536) pieces.push(data.subarray(i, i + 65536))
      pull(pull.values(pieces), sbot.blobs.add((err, id) => err ? reject(err) : resolve(id)))
    }),
    close: () => true
  }
  h.commandLoop(handlers, say, { onEnd: (code) => sbot.close(() => process.exit(code)) })
  say({ id: sbot.id, address: 'net:127.0.0.1:' + opts.port + '~shs:' + sbot.id.slice(1, -8), kind: 'client' })
})
