package org.tidings.replication.local;

import org.tidings.replication.muxrpc.Method;

/// What the local listener is called with, by the names SSB programs use where there is one.
final class LocalMethods {
  static final Method WHOAMI = Method.async("whoami");
  static final Method PUBLISH = Method.async("publish");
  static final Method PRIVATE_PUBLISH = Method.async("private.publish");
  static final Method CONNECT = Method.async("conn.connect");
  static final Method LOG = Method.source("createLogStream");
  static final Method STATUS = Method.async("tidings.status");
  static final Method WAIT = Method.async("tidings.waitForMessages");
  static final Method THREAD = Method.source("tidings.thread");
  static final Method SEARCH = Method.source("tidings.search");
  static final Method IMPORT = Method.async("tidings.import");
  static final Method DOCTOR = Method.source("tidings.doctor");
  static final Method RAISE = Method.async("tidings.raise");

  private LocalMethods() {}
}
